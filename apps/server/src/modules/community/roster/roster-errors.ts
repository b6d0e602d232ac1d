import { englishProse } from '@azalea/text'
import type { RosterField, RosterHeading, SheetHeading } from './roster-columns.ts'

/** What may be wrong with a cell, in words that tell how to mend it. */
const sentences = {
  missing_name: { zh: '没有填姓名。', en: 'The name is missing.' },
  bad_name: {
    zh: '姓名“{value}”里有数字或符号，或者太长。',
    en: 'The name “{value}” has digits or signs in it, or is too long.',
  },
  missing_house_no: {
    zh: '没有填户号：这一行是新的一户，户号不能空着。',
    en: 'The house number is missing: this row begins a new household.',
  },
  bad_house_no: { zh: '户号“{value}”太长了。', en: 'The house number “{value}” is too long.' },
  house_no_is_date: {
    zh: '户号“{value}”被表格当成了日期（本来可能是“{guess}”），没有导入。请把这一列设为“文本”，重新填写。',
    en: 'The spreadsheet has made a date of the house number: “{value}” (it may have been “{guess}”). It is not imported. Make the column text and type it again.',
  },
  missing_group: { zh: '没有填组别。', en: 'The group is missing.' },
  bad_group: { zh: '认不出组别“{value}”。', en: 'The group “{value}” cannot be read.' },
  bad_phone: {
    zh: '手机号“{value}”不对：应是 1 开头的 11 位数字。没有手机的人请空着。',
    en: '“{value}” is not a mobile number of eleven digits. Leave it empty for someone without one.',
  },
  duplicate_phone: {
    zh: '手机号与{row}的{name}相同。一个号码只能登记给一个人。',
    en: 'The same number as {name} in {row}. A number belongs to one person.',
  },
  id_lost_precision: {
    zh: '身份证号被表格当成了数字，后几位已经丢失。请把这一列设为“文本”，重新填写。',
    en: 'The identity number was stored as a number and has lost its last digits. Make the column text and type it again.',
  },
  id_malformed: {
    zh: '身份证号不是 18 位（最后一位可以是 X）。',
    en: 'The identity number does not have 18 characters (the last may be X).',
  },
  id_bad_date: {
    zh: '身份证号里的出生日期不存在。',
    en: 'The date of birth within the identity number does not exist.',
  },
  id_check_failed: {
    zh: '身份证号的校验位不对，可能有一位写错了。',
    en: 'The check character of the identity number is wrong; a digit may be mistyped.',
  },
  duplicate_id: {
    zh: '身份证号与{row}的{name}相同。',
    en: 'The same identity number as {name} in {row}.',
  },
  bad_birth: {
    zh: '认不出出生年月“{value}”，或者没有这一天。',
    en: 'The date of birth “{value}” cannot be read or does not exist.',
  },
  birth_disagrees: {
    zh: '出生年份 {value} 与身份证号里的 {year} 不一致。',
    en: 'The year of birth {value} disagrees with {year} in the identity number.',
  },
  person_departed: {
    zh: '{name}已经登记为去世或迁出，不会由名册改回来。如果登记错了，请在这个人的页面上改。',
    en: '{name} is entered as dead or moved away, which a file does not undo. If that is wrong, change it on the page of the person.',
  },
  office_holder_moves: {
    zh: '{name}在村里有职务，不能换户。要先卸下职务，再换户。',
    en: '{name} holds an office and is not moved to another household. They lay the office down first.',
  },
  moves_in_with_others: {
    zh: '{name}要和别家的人住到一户，或搬进加入过的一户，没有导入。请在这个人的页面上换户，由别家的一位确认。',
    en: '{name} would come to live with people of another household, or in one that has taken part; a file does not do that. Move them on their page, where somebody of another household confirms it.',
  },
  moves_to_office: {
    zh: '{name}：那是村委会的户，不住人，没有导入。',
    en: '{name}: that is the office’s household, where nobody lives. The row is not imported.',
  },
  own_household: {
    zh: '{name}：这一行要改您自己家的登记，没有导入。要由别家的村干部来办。',
    en: '{name}: this row would change your own household and is not imported. A cadre of another household does that.',
  },
  duplicate_person: {
    zh: '与{row}重复：同一户里已经有{name}。',
    en: 'The same as {row}: {name} is already in this household.',
  },
  two_heads: {
    zh: '这一户有两个户主：{row}已经是{name}。',
    en: 'This household has two heads: {name} in {row} is one already.',
  },
} as const

export type RosterErrorCode = keyof typeof sentences

export interface RosterError {
  /** The row's number, from 1; of several sheets they go on from one to the next. */
  readonly row: number
  /** The heading above the cell, as written. */
  readonly column: string
  /** The cell's address, e.g. C17; with its sheet where there are several. */
  readonly cell: string
  readonly code: RosterErrorCode
  readonly messageZh: string
  readonly messageEn: string
}

/** What a sentence says in each language; a text of its own where the words differ. */
export type SentenceParams = Readonly<
  Record<string, string | number | { readonly zh: string; readonly en: string }>
>

/** Tells of a fault in a row's cell. */
export type Complain = (field: RosterField, code: RosterErrorCode, params?: SentenceParams) => void

/** An error at a field of a row (counted from 1). A field without a column is told at the name. */
export function errorAt(
  heading: RosterHeading,
  row: number,
  field: RosterField,
  code: RosterErrorCode,
  params: SentenceParams = {},
): RosterError {
  const { zh, en } = sentences[code]
  const told =
    'row' in params ? { ...params, row: rowsNamed(heading, Number(params['row'])) } : params
  return {
    row,
    ...cellOf(heading, row, field),
    code,
    messageZh: fillSentence(zh, told, 'zh'),
    messageEn: englishProse(fillSentence(en, told, 'en')),
  }
}

/** The cell of a field in a row; where the file has no such column, the name's. */
export function cellOf(heading: RosterHeading, row: number, field: RosterField) {
  const { name, columns, labels, rowsAbove } = sheetOf(heading, row)
  const column = columns.get(field) ?? columns.get('name') ?? columns.get('head') ?? 0
  const address = cellAddress(column, row - rowsAbove - 1)
  return {
    column: labels.get(column) ?? '',
    cell: name === null ? address : `${name}!${address}`,
  }
}

/** A row, or several of one sheet, as a sentence names them. */
export function rowsNamed(heading: RosterHeading, row: number, rows?: readonly number[]) {
  const { name, rowsAbove } = sheetOf(heading, row)
  const listed = rows === undefined ? [row - rowsAbove] : rows.map((one) => one - rowsAbove)
  const word = listed.length === 1 ? 'row' : 'rows'
  return {
    zh: `${name === null ? '' : `“${name}”`}第 ${rowList(listed, '、')} 行`,
    en: `${word} ${rowList(listed, ', ')}${name === null ? '' : ` of “${name}”`}`,
  }
}

const MOST_ROWS_NAMED = 20

/** 3, 5–9, 12 … */
export function rowList(rows: readonly number[], comma: string): string {
  const runs: [number, number][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last && last[1] === row - 1) last[1] = row
    else runs.push([row, row])
  }
  const named = runs
    .slice(0, MOST_ROWS_NAMED)
    .map(([from, to]) => (from === to ? String(from) : `${from}–${to}`))
  return `${named.join(comma)}${runs.length > MOST_ROWS_NAMED ? ' …' : ''}`
}

/** A row as its own sheet counts it, with the sheet's name where there are several. */
export function rowName(heading: RosterHeading, row: number): string {
  const { name, rowsAbove } = sheetOf(heading, row)
  return name === null ? String(row) : `${row - rowsAbove}（${name}）`
}

function sheetOf({ sheets }: RosterHeading, row: number): SheetHeading {
  const sheet = sheets.findLast(({ rowsAbove }) => rowsAbove < row) ?? sheets[0]
  if (!sheet) throw new Error('a roster without a sheet')
  return sheet
}

/** The address of a cell, both counted from 0: (2, 16) is C17. */
export function cellAddress(column: number, row: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row + 1}`
}

export function fillSentence(
  template: string,
  params: SentenceParams,
  language: 'zh' | 'en',
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? ''
    return typeof value === 'object' ? value[language] : String(value)
  })
}
