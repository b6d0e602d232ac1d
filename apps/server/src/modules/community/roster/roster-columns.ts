import { compactText } from './cell-text.ts'
import type { Cell } from './read-spreadsheet.ts'

export const rosterFields = [
  'group',
  'houseNo',
  'head',
  'name',
  'relation',
  'phone',
  'idNumber',
  'birth',
] as const
export type RosterField = (typeof rosterFields)[number]

/** What villages write above these columns, without spaces and remarks in brackets. */
const synonyms: Readonly<Record<RosterField, string>> = {
  group: '组别 组 村民小组 小组 所在组 所属组 组名 村组 自然村 group',
  houseNo: '户号 门牌号 门牌 门牌号码 户编号 户序号 家庭编号 户籍号 house houseno',
  head: '户主 户主姓名 head',
  name: '姓名 成员姓名 家庭成员 家庭成员姓名 名字 村民姓名 name',
  relation: '与户主关系 与户主的关系 和户主关系 家庭关系 关系 是否户主 是户主 户主标识 relation',
  phone: '手机号 手机号码 手机 联系电话 联系方式 电话 电话号码 移动电话 phone',
  idNumber: '身份证号 身份证号码 身份证 公民身份号码 公民身份证号码 证件号码 id idnumber',
  birth: '出生年月 出生日期 出生年月日 出生年份 出生年 生日 birth birthdate',
}

const fieldOf = new Map(
  rosterFields.flatMap((field) =>
    synonyms[field].split(' ').map((label) => [label, field] as const),
  ),
)

/** How many rows may stand above the heading: a title, a date, who filled it in. */
const HEADING_WITHIN_ROWS = 20
/** With the remarks in brackets that people add to a heading. */
const LONGEST_LABEL = 200

/** Where the cells of a roster's rows stand, whose numbers go on from sheet to sheet. */
export interface RosterHeading {
  readonly sheets: readonly SheetHeading[]
}

export interface SheetHeading {
  /** Null where the file has but one that is read. */
  readonly name: string | null
  /** How many rows the sheets above have: the difference of a row's number and its own sheet's. */
  readonly rowsAbove: number
  /** The column of each field, counted from 0. */
  readonly columns: ReadonlyMap<RosterField, number>
  /** The heading as written, by column. */
  readonly labels: ReadonlyMap<number, string>
  /** What stands above the columns that say nothing to a roster (序号, 备注), as written. */
  readonly unread: readonly string[]
  /** The first row below the heading, counted from 0. */
  readonly firstRow: number
}

type FoundHeading = Omit<SheetHeading, 'name' | 'rowsAbove'>

/** Finds the heading, of one row or of two merged ones; null when no row looks like one. */
export function findHeading(rows: readonly (readonly Cell[])[]): FoundHeading | null {
  let best: FoundHeading | null = null
  for (let index = 0; index < Math.min(rows.length, HEADING_WITHIN_ROWS); index++)
    for (const height of [1, 2]) {
      const taken = rows.slice(index, index + height)
      if (height === 2 && isAbovePeople(taken)) continue
      const heading = readHeading(taken, index + height)
      // A taller heading must explain more; else a row of data would be swallowed.
      if (heading && heading.columns.size > (best?.columns.size ?? 1)) best = heading
    }
  return best
}

/** Whether what stands below a heading's names is a first person, one of whose cells may read as a name (户主). */
function isAbovePeople([upper = [], lower = []]: readonly (readonly Cell[])[]): boolean {
  return upper.some(
    (cell, column) =>
      fieldOf.has(labelOf(cell)) &&
      compactText(lower[column]) !== '' &&
      !fieldOf.has(labelOf(lower[column])),
  )
}

function readHeading(rows: readonly (readonly Cell[])[], firstRow: number): FoundHeading | null {
  const columns = new Map<RosterField, number>()
  const labels = new Map<number, string>()
  const unread: string[] = []
  const width = Math.max(0, ...rows.map((row) => row.length))
  for (let column = 0; column < width; column++) {
    // Of two rows the lower one names the column; the upper one spans several (成员信息).
    const texts = rows.map((row) => labelOf(row[column])).toReversed()
    const field = texts.map((text) => fieldOf.get(text)).find((found) => found !== undefined)
    const written = rows
      .map((row) => row[column])
      .findLast((cell) => fieldOf.get(labelOf(cell)) === field && field !== undefined)
    if (field === undefined || columns.has(field)) {
      const above = rows.map((row) => compactText(row[column])).findLast((text) => text !== '')
      if (above !== undefined && above.length <= LONGEST_LABEL) unread.push(above)
      continue
    }
    columns.set(field, column)
    labels.set(column, String(written ?? '').trim())
  }
  return columns.has('name') || columns.has('head') ? { columns, labels, unread, firstRow } : null
}

function labelOf(cell: Cell | undefined): string {
  if (typeof cell !== 'string' || cell.length > LONGEST_LABEL) return ''
  return compactText(cell)
    .replace(/\([^()]*\)|\[[^[\]]*\]|[*:#.]/g, '')
    .toLowerCase()
}
