import { cleanName, compactText as compact, isName } from '@azalea/text'
import type { Cell } from './read-spreadsheet.ts'

/** A cell as text without spaces, full-width forms made half-width; '' when it is empty. */
export function compactText(cell: Cell | undefined): string {
  return compact(plainText(cell)).replaceAll("'", '')
}

/** A cell as text. */
export function plainText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell).trim()
}

/** A name in its one written form, or null when it is none. */
export function readName(cell: Cell | undefined): string | null {
  const name = cleanName(plainText(cell))
  return isName(name) ? name : null
}

export interface GroupText {
  /** Null when the roster names a hamlet without a number. */
  readonly groupNo: number | null
  readonly name: string
}

/** What makes two ways of writing a group the same group. */
export function groupKey({ groupNo, name }: GroupText): string {
  return groupNo === null ? name : String(groupNo)
}

const NUMBER = '[0-9]{1,3}|[一二三四五六七八九十]{1,3}'

/**
 * A group as rosters write it: 3, 3组, 第三村民小组, 大石盖村第3组, 3组（石盖里）, 石盖里. A hamlet's
 * name behind the number is the group's name. Null when it is none.
 */
export function readGroup(cell: Cell | undefined): GroupText | null {
  const text = compactText(cell)
  if (text.length > 30) return null
  const parts = new RegExp(`^(.*?)第?(${NUMBER})(?:村民)?小?组(.*)$`).exec(text)
  const bare = new RegExp(`^(?:${NUMBER})$`).test(text)
  if (parts || bare) {
    const hamlet = (parts?.[3] ?? '').replace(/[^\p{L}]/gu, '')
    return numbered(parts?.[2] ?? text, hamlet === '' ? null : hamlet)
  }
  return /^[\p{L}]{1,20}$/u.test(text) ? { groupNo: null, name: text } : null
}

function numbered(written: string, hamlet: string | null): GroupText | null {
  const groupNo = /^\d+$/.test(written) ? Number(written) : fromHan(written)
  if (groupNo === null || groupNo < 1 || groupNo > 999) return null
  return { groupNo, name: hamlet ?? `第${groupNo}组` }
}

/** 一 … 九十九; null for what is no number. */
function fromHan(written: string): number | null {
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(written)
  if (!parts) return null
  const [tens, ten, ones] = [parts[1], parts[2], parts[3]]
  if (!ten) return tens && !ones ? '一二三四五六七八九'.indexOf(tens) + 1 : null
  const value = (digit: string | undefined) => (digit ? '一二三四五六七八九'.indexOf(digit) + 1 : 0)
  return (tens ? value(tens) : 1) * 10 + value(ones)
}

/** A house number in its one written form: 12, 012 and 12号 are one house. Null when too long. */
export function readHouseNo(cell: Cell | undefined): string | null {
  const text = compactText(cell).toUpperCase()
  const digits = /^(\d+)号?$/.exec(text)
  const houseNo = digits ? `${(digits[1] ?? '').replace(/^0+(?=\d)/, '')}号` : text
  return houseNo.length <= 20 ? houseNo : null
}

/** Whether a relation to the head, or a tick in a column of heads, says that it is the head. */
export function isHeadRelation(cell: Cell | undefined): boolean {
  return /^(户主|本人|户主本人|本人\(户主\)|是|√|✓|✔|yes|y)$/i.test(compactText(cell))
}
