import {
  fromPublishedSheet,
  parseRuleSheet,
  PublishedSheetError,
  withEnglish,
  type ParsedRuleSheet,
} from '@azalea/scoring'
import { cleanDocument, decodeText } from '@azalea/text'
import { openWorkbook } from '../../../platform/parse-apart/open-workbook.ts'
import { refuse } from '../ground/refusals.ts'
import { readWorkbook } from './read-workbook.ts'

const limits = { unpackedBytes: 32 * 1024 * 1024, rows: 2_000, columns: 60, cells: 60_000 }

/** Where the sheet will be used, and what holds when the file does not say. */
export interface SheetDefaults {
  readonly villageId: string
  readonly effectiveFrom: string
}

/**
 * Reads a rule sheet from a file: azalea-rule-sheet/1 as JSON (English may be missing), a published sheet as JSON, or a
 * workbook. The sheet becomes the importing village's own, whatever village the file names.
 * @throws Refusal 'sheet_file_unreadable' when it is none of these, 'sheet_file_too_large'
 */
export async function readSheetFile(
  bytes: Buffer,
  defaults: SheetDefaults,
): Promise<ParsedRuleSheet> {
  if (isZip(bytes)) {
    const workbook = await openWorkbook(bytes, limits)
    if (workbook === 'unreadable') throw refuse('sheet_file_unreadable')
    if (workbook === 'too_large') throw refuse('sheet_file_too_large')
    return readWorkbook(workbook, defaults)
  }
  const json = parseJson(bytes)
  if (typeof json === 'object' && json !== null && 'schema' in json)
    return parseRuleSheet({ ...withEnglish(json), villageId: defaults.villageId })
  return readPublishedJson(json, defaults)
}

function readPublishedJson(json: unknown, { villageId }: SheetDefaults): ParsedRuleSheet {
  try {
    return { ok: true, sheet: fromPublishedSheet(json, { villageId }) }
  } catch (error) {
    if (!(error instanceof PublishedSheetError)) throw error
    return { ok: false, problems: [...error.problems] }
  }
}

function parseJson(bytes: Buffer): unknown {
  try {
    const value = cleanDocument(JSON.parse(decodeText(bytes) ?? ''))
    if (value !== undefined) return value
  } catch {
    throw refuse('sheet_file_unreadable')
  }
  throw refuse('sheet_file_unreadable')
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))
}
