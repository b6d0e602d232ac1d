import { readAmount, type Amount, type ApprovedUse } from '@azalea/produce-rules'
import { isCivilDay } from '@azalea/text'
import { openWorkbook } from '../../../../platform/parse-apart/open-workbook.ts'
import { refuse as refuseFile } from '../../../../platform/parse-apart/refusals.ts'
import {
  cellNumber,
  tableOf,
  type TableRow,
} from '../../../../platform/parse-apart/workbook-table.ts'
import { refuse } from '../refusals.ts'
import { listColumns, type ListColumn } from './list-layout.ts'

const limits = { unpackedBytes: 16 * 1024 * 1024, rows: 3_000, columns: 40, cells: 40_000 }
const MOST_LINES = 2_000
const LONGEST_TEXT = 200

/** What is wrong with a cell, for who filled it in. */
export interface ListProblem {
  readonly at: string
  readonly zh: string
  readonly en: string
}

export interface ReadList {
  readonly uses: readonly ApprovedUse[]
  readonly problems: readonly ListProblem[]
}

/**
 * Reads a list of approved products from the first worksheet that has its heading. A list with
 * problems is told whole and is none.
 * @throws Refusal 'list_file_unreadable', 'file_too_demanding'
 */
export async function readListFile(bytes: Buffer): Promise<ReadList> {
  const workbook = await openWorkbook(bytes, limits)
  if (workbook === 'unreadable') throw refuse('list_file_unreadable')
  if (workbook === 'too_large') throw refuseFile('file_too_demanding')
  const required: readonly ListColumn[] = ['产品名称', '登记证号', '作物', '来源']
  for (const sheet of workbook.sheets) {
    const rows = tableOf<ListColumn>(sheet, required)
    if (rows !== null) return readRows(rows)
  }
  const heading = listColumns.join('、')
  return failed({
    at: '1',
    zh: `没有找到表头（${heading}）。`,
    en: `No heading was found: ${heading}.`,
  })
}

function readRows(rows: readonly TableRow<ListColumn>[]): ReadList {
  if (rows.length === 0) return failed({ at: '2', zh: '清单是空的。', en: 'The list is empty.' })
  if (rows.length > MOST_LINES)
    return failed({ at: '2', zh: `最多 ${MOST_LINES} 行。`, en: `At most ${MOST_LINES} lines.` })
  const problems: ListProblem[] = []
  const uses = rows.map((row) => readRow(row, problems))
  problems.push(...repeated(rows, uses))
  return { uses: problems.length === 0 ? uses : [], problems }
}

function readRow(row: TableRow<ListColumn>, problems: ListProblem[]): ApprovedUse {
  const cells = new Cells(row, problems)
  const kind = cells.oneOf('类型', { 农药: 'pesticide', 肥料: 'fertiliser' } as const)
  const isPesticide = kind === 'pesticide'
  const least = cells.amount('每亩最少用量')
  const most = cells.amount('每亩最多用量')
  if (least.unit !== most.unit || least.thousandths > most.thousandths)
    cells.wrong(
      '每亩最多用量',
      '不能少于最少用量，单位要一样',
      'is less than the least, or of another unit',
    )
  const validFrom = cells.day('有效期起') ?? ''
  const validTo = cells.day('有效期止', 'may be empty')
  if (validTo !== null && validTo < validFrom)
    cells.wrong('有效期止', '早于有效期起', 'is before the day from which it is valid')
  return {
    kind,
    name: cells.text('产品名称'),
    registrationNumber: cells.text('登记证号').replaceAll(/\s/g, ''),
    substances: cells.texts('有效成分', isPesticide ? 1 : 0),
    crops: cells.texts('作物', 1),
    unit: most.unit,
    leastPerMu: least.thousandths,
    mostPerMu: most.thousandths,
    mostUses:
      !isPesticide && row.text('每季最多次数') === '' ? null : cells.count('每季最多次数', 1, 99),
    preHarvestDays: cells.count('安全间隔期（天）', 0, 366),
    reEntryHours: cells.count('再次进地（小时）', 0, 720),
    isOrganic: cells.oneOf('有机', { 是: true, 否: false } as const),
    validFrom,
    validTo,
    source: cells.text('来源'),
  }
}

/** A product stands once for a crop: of two doses nobody could say which holds. */
function repeated(
  rows: readonly TableRow<ListColumn>[],
  uses: readonly ApprovedUse[],
): ListProblem[] {
  const seen = new Set<string>()
  return uses.flatMap(({ registrationNumber, crops }, no) =>
    crops.flatMap((crop) => {
      const key = `${registrationNumber} ${crop}`
      const isNew = !seen.has(key)
      seen.add(key)
      if (isNew) return []
      const at = rows[no]?.at('作物') ?? ''
      const what = `${registrationNumber}，${crop}`
      return [
        {
          at,
          zh: `这个产品在这种作物上已经有一行：${what}。`,
          en: `It has a line for this crop already: ${what}.`,
        },
      ]
    }),
  )
}

class Cells {
  readonly #row: TableRow<ListColumn>
  readonly #problems: ListProblem[]
  constructor(row: TableRow<ListColumn>, problems: ListProblem[]) {
    this.#row = row
    this.#problems = problems
  }

  wrong(column: ListColumn, zh: string, en: string): void {
    this.#problems.push({
      at: this.#row.at(column),
      zh: `“${column}”${zh}。`,
      en: `${column}: ${en}.`,
    })
  }

  text(column: ListColumn): string {
    const text = this.#row.text(column)
    if (text === '') this.wrong(column, '没有填', 'is empty')
    if (text.length > LONGEST_TEXT) this.wrong(column, '太长了', 'is too long')
    return text
  }

  texts(column: ListColumn, least: number): readonly string[] {
    const texts = this.#row
      .text(column)
      .split(/[、，,;；\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== '')
    if (texts.length < least) this.wrong(column, '没有填', 'is empty')
    if (texts.some((one) => one.length > LONGEST_TEXT)) this.wrong(column, '太长了', 'is too long')
    return [...new Set(texts)]
  }

  amount(column: ListColumn): Amount {
    const amount = readAmount(this.#row.text(column).normalize('NFKC'))
    if (amount !== null && amount.thousandths > 0) return amount
    this.wrong(column, '要写数量和单位，例如 30 毫升', 'needs a number and a unit, such as 30 ml')
    return { unit: 'g', thousandths: 1 }
  }

  count(column: ListColumn, from: number, to: number): number {
    const number = cellNumber(this.#row.text(column))
    if (number !== null && Number.isInteger(number) && number >= from && number <= to) return number
    this.wrong(column, `要是 ${from} 到 ${to} 的整数`, `is no whole number from ${from} to ${to}`)
    return from
  }

  day(column: ListColumn): string
  day(column: ListColumn, when: 'may be empty'): string | null
  day(column: ListColumn, when?: 'may be empty'): string | null {
    const text = this.#row.text(column)
    if (when !== undefined && text === '') return null
    if (!isCivilDay(text))
      this.wrong(column, '要写成 2026-12-01 的样子', 'is no day such as 2026-12-01')
    return text
  }

  oneOf<T>(column: ListColumn, words: Readonly<Record<string, T>>): T {
    const [first, ...others] = Object.keys(words)
    const word = this.#row.text(column)
    if (Object.hasOwn(words, word)) return words[word] as T
    const choice = [first, ...others].join('、')
    this.wrong(column, `只能是：${choice}`, `is none of ${choice}`)
    return words[first ?? ''] as T
  }
}

function failed(problem: ListProblem): ReadList {
  return { uses: [], problems: [problem] }
}
