import { isRecord } from './shape.ts'
import type { SheetProblem } from './shape.ts'
import { tellPlace } from './sheet-words.ts'

/** One row of a published sheet, an item or a good. */
export interface PublishedRow {
  ref: string
  category: string
  itemZh: string
  itemEn: string
  /** Signed for items; the price of a good. */
  pointsHundredths: number
  unit: string
  verifier: string
  cap: string | undefined
  note: string | undefined
}

export interface PublishedSheet {
  village: string
  villageCode: string | undefined
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  inForce: string
  source: string
  twoBalances: string | undefined
  mechanisms: Readonly<Record<string, unknown>>
  items: PublishedRow[]
  goods: PublishedRow[]
}

/** A published sheet that cannot be read; all problems at once. */
export class PublishedSheetError extends Error {
  readonly problems: readonly SheetProblem[]
  constructor(problems: readonly SheetProblem[]) {
    super(problems.map((one) => `${one.path}: ${one.messageEn}`).join('\n'))
    this.name = 'PublishedSheetError'
    this.problems = problems
  }
}

/** Reads the published shape. @throws PublishedSheetError */
export function readPublished(json: unknown): PublishedSheet {
  const problems: SheetProblem[] = []
  if (!isRecord(json)) {
    throw new PublishedSheetError([problem('', '应写一组带名称的值。', 'write named values.')])
  }
  const read: PublishedSheet = {
    village: textField(json, 'village', '', problems) ?? '',
    villageCode: optionalText(json, 'villageCode', '', problems),
    inForce: textField(json, 'inForce', '', problems) ?? '',
    source: textField(json, 'source', '', problems) ?? '',
    twoBalances: optionalText(json, 'twoBalances', '', problems),
    mechanisms: isRecord(json['mechanisms']) ? json['mechanisms'] : {},
    items: rowsOf(json, 'items', 'points', problems),
    goods: json['goods'] === undefined ? [] : rowsOf(json, 'goods', 'pointsCost', problems),
  }
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(read.inForce)) {
    problems.push(
      problem('/inForce', '要写年份或日期，如 2026。', 'write a year or a day, such as 2026.'),
    )
  }
  if (problems.length > 0)
    throw new PublishedSheetError(problems.map((problem) => tellPlace(problem, json)))
  return read
}

function rowsOf(
  json: Record<string, unknown>,
  list: 'items' | 'goods',
  pointsField: 'points' | 'pointsCost',
  problems: SheetProblem[],
): PublishedRow[] {
  const rows = json[list]
  if (!Array.isArray(rows)) {
    problems.push(problem(`/${list}`, '应写一个列表。', 'write a list.'))
    return []
  }
  return rows.flatMap((row: unknown, index): PublishedRow[] => {
    const at = `/${list}/${index}`
    if (!isRecord(row)) {
      problems.push(problem(at, '应写一组带名称的值。', 'write named values.'))
      return []
    }
    const itemZh = textField(row, 'itemZh', at, problems) ?? ''
    return [
      {
        ref: textField(row, 'ref', at, problems) ?? '',
        category: textField(row, 'category', at, problems) ?? '',
        itemZh,
        itemEn: optionalText(row, 'itemEn', at, problems) ?? itemZh,
        pointsHundredths: pointsOf(row[pointsField], `${at}/${pointsField}`, problems),
        unit: textField(row, 'unit', at, problems) ?? '',
        verifier: textField(row, 'verifier', at, problems) ?? '',
        cap: optionalText(row, 'cap', at, problems),
        note: optionalText(row, 'note', at, problems),
      },
    ]
  })
}

/** Points as printed, with at most two decimals, into hundredths without float arithmetic. */
function pointsOf(value: unknown, path: string, problems: SheetProblem[]): number {
  const match = typeof value === 'number' ? /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(String(value)) : null
  if (match === null || value === 0) {
    const zh = '分值应为不等于零、至多两位小数的数字。'
    problems.push(problem(path, zh, 'write a number other than zero, with two decimals at most.'))
    return 0
  }
  const hundredths = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] === '-' ? -hundredths : hundredths
}

function textField(
  record: Record<string, unknown>,
  name: string,
  at: string,
  problems: SheetProblem[],
): string | undefined {
  const value = optionalText(record, name, at, problems)
  if (value === undefined && record[name] === undefined) {
    problems.push(problem(`${at}/${name}`, '没有填写。', 'it is missing.'))
  }
  return value
}

function optionalText(
  record: Record<string, unknown>,
  name: string,
  at: string,
  problems: SheetProblem[],
): string | undefined {
  const value = record[name]
  if (value === undefined) return undefined
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  problems.push(problem(`${at}/${name}`, '应写文字。', 'write a text.'))
  return undefined
}

function problem(path: string, messageZh: string, messageEn: string): SheetProblem {
  return { path, code: 'unreadable', messageZh, messageEn }
}
