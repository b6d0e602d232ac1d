import { decodeText } from '@azalea/text'
import { parse } from 'csv-parse/sync'
import type { Sheet as XlsxSheet } from 'hucre/xlsx'
import { openWorkbook } from '../../../platform/parse-apart/open-workbook.ts'
import { refuse as refuseFile } from '../../../platform/parse-apart/refusals.ts'
import { refuse } from '../refusals.ts'

export type Cell = string | number | boolean | Date | null

export interface Sheet {
  /** Null: the file has no sheets, only rows. */
  readonly name: string | null
  readonly isHidden: boolean
  /** The rows that are hidden, by hand or by a filter, as a spreadsheet counts them. */
  readonly hiddenRows: readonly number[]
  readonly isFiltered: boolean
  readonly rows: readonly (readonly Cell[])[]
}

const MAX_ROWS = 20_000
const MAX_CELLS = 600_000
/** Nothing in a roster is longer; what is read cell by cell afterwards stays small. */
const LONGEST_CELL = 300
const limits = {
  unpackedBytes: 64 * 1024 * 1024,
  rows: 1_048_576,
  columns: 52,
  cells: MAX_CELLS,
}

/** How pages begin that programs save as .xls, and workbooks in the XML of 2003. */
const PAGE = /^\s*(<!doctype|<html|<head|<meta|<style|<table|<\?xml|mime-version:)/i

/**
 * Reads an .xlsx workbook, or a CSV (or tab-separated) text, into rows of cells that stand where the
 * file shows them. Rows without anything in them do not count.
 * @throws Refusal 'old_spreadsheet', 'html_spreadsheet', 'spreadsheet_unreadable',
 *   'spreadsheet_too_large', 'file_too_demanding'
 */
export async function readSpreadsheet(bytes: Buffer): Promise<readonly Sheet[]> {
  const sheets = await sheetsOf(bytes)
  const count = sheets.reduce((sum, { rows }) => sum + rows.filter(isFilled).length, 0)
  if (count > MAX_ROWS + 1) throw refuse('spreadsheet_too_large', { count })
  return sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(clipped) }))
}

async function sheetsOf(bytes: Buffer): Promise<readonly Sheet[]> {
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(bytes)
  // The container of .xls, and of a workbook that a password locks.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refuse('old_spreadsheet')
  const text = decodeText(bytes)
  if (text === null) throw refuse('spreadsheet_unreadable')
  if (PAGE.test(text.slice(0, 1_000))) throw refuse('html_spreadsheet')
  return [{ name: null, isHidden: false, hiddenRows: [], isFiltered: false, rows: readText(text) }]
}

async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  const workbook = await openWorkbook(bytes, limits)
  if (workbook === 'unreadable') throw refuse('spreadsheet_unreadable')
  if (workbook === 'too_large') throw refuseFile('file_too_demanding')
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    hiddenRows: hiddenRowsOf(sheet),
    isFiltered: sheet.autoFilter !== undefined,
    rows: withoutEmptyEnd(sheet.rows),
  }))
}

function hiddenRowsOf({ rowDefs, rows }: XlsxSheet): number[] {
  return [...(rowDefs ?? [])]
    .filter(([index, { hidden }]) => hidden === true && isFilled(rows[index] ?? []))
    .map(([index]) => index + 1)
    .toSorted((a, b) => a - b)
}

/** Rows that were only formatted stand below the table by the thousand. */
function withoutEmptyEnd<Row extends readonly Cell[]>(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, rows.findLastIndex(isFilled) + 1)
}

function readText(text: string): string[][] {
  const head = text.slice(0, 4_000)
  const delimiter = [',', '\t', ';', '，'].toSorted((a, b) => count(head, b) - count(head, a))[0]
  const rows: string[][] = (() => {
    try {
      return parse(text, {
        delimiter: delimiter ?? ',',
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: false,
      })
    } catch {
      throw refuse('spreadsheet_unreadable')
    }
  })()
  if (rows.reduce((sum, row) => sum + row.length, 0) > MAX_CELLS + rows.length)
    throw refuseFile('file_too_demanding')
  return rows
}

export function isFilled(row: readonly Cell[]): boolean {
  return row.some((cell) => cell !== null && (typeof cell !== 'string' || cell.trim() !== ''))
}

function clipped(row: readonly Cell[]): Cell[] {
  return row
    .slice(0, limits.columns)
    .map((cell) => (typeof cell === 'string' ? cell.slice(0, LONGEST_CELL) : cell))
}

function count(text: string, part: string): number {
  return text.split(part).length - 1
}

function startsWith(bytes: Buffer, prefix: readonly number[]): boolean {
  return bytes.subarray(0, prefix.length).equals(Buffer.from(prefix))
}
