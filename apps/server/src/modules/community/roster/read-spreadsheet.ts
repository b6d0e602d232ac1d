import { parse } from 'csv-parse/sync'
import { refuse } from '../refusals.ts'
import { openWorkbook } from '../../../platform/parse-apart/open-workbook.ts'

export type Cell = string | number | boolean | Date | null

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

const MAX_ROWS = 20_000
const limits = { unpackedBytes: 64 * 1024 * 1024, rows: MAX_ROWS + 1, columns: 52, cells: 600_000 }

/**
 * Reads an .xlsx workbook, or a CSV (or tab-separated) text in UTF-8, UTF-16 or GB18030, into rows
 * of cells that stand where the file shows them.
 * @throws Refusal 'old_spreadsheet', 'spreadsheet_unreadable', 'spreadsheet_too_large'
 */
export async function readSpreadsheet(bytes: Buffer): Promise<readonly Sheet[]> {
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(bytes)
  // The container of .xls, and of a workbook that a password locks.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refuse('old_spreadsheet')
  return [{ name: 'csv', rows: readText(decodeText(bytes)) }]
}

async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  const workbook = await openWorkbook(bytes, limits)
  if (workbook === 'unreadable') throw refuse('spreadsheet_unreadable')
  if (workbook === 'too_large') throw refuse('spreadsheet_too_large')
  return workbook.sheets.map(({ name, rows }) => ({ name, rows: limited(rows) }))
}

function decodeText(bytes: Buffer): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes.includes(0)) throw refuse('spreadsheet_unreadable')
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue // not this one
    }
  throw refuse('spreadsheet_unreadable')
}

function readText(text: string): Cell[][] {
  const head = text.slice(0, 4_000)
  const delimiter = [',', '\t', ';', '，'].toSorted((a, b) => count(head, b) - count(head, a))[0]
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiter ?? ',',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: MAX_ROWS + 1,
    })
    return limited(rows)
  } catch {
    throw refuse('spreadsheet_unreadable')
  }
}

function limited<Row>(rows: Row[]): Row[] {
  if (rows.length > MAX_ROWS) throw refuse('spreadsheet_too_large')
  return rows
}

function count(text: string, part: string): number {
  return text.split(part).length - 1
}

function startsWith(bytes: Buffer, prefix: readonly number[]): boolean {
  return bytes.subarray(0, prefix.length).equals(Buffer.from(prefix))
}
