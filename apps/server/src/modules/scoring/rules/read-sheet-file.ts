import {
  fromPublishedSheet,
  parseRuleSheet,
  PublishedSheetError,
  type ParsedRuleSheet,
} from '@azalea/scoring'
import { unpackedSizeOf } from '../../community/index.ts'
import { refuse } from '../refusals.ts'
import { readWorkbook } from './read-workbook.ts'

/** A sheet of thousands of rows stays far below; more would only fill the memory. */
const MAX_UNPACKED_BYTES = 32 * 1024 * 1024

/** Where the sheet will be used, and what holds when the file does not say. */
export interface SheetDefaults {
  readonly villageId: string
  readonly effectiveFrom: string
}

/**
 * Reads a rule sheet from a file: azalea-rule-sheet/1 as JSON, a published sheet as JSON, or a
 * workbook. The sheet becomes the importing village's own, whatever village the file names.
 * @throws Refusal 'sheet_file_unreadable' when it is none of these, 'sheet_file_too_large'
 */
export async function readSheetFile(
  bytes: Buffer,
  defaults: SheetDefaults,
): Promise<ParsedRuleSheet> {
  if (isZip(bytes)) {
    const unpackedBytes = unpackedSizeOf(bytes)
    if (unpackedBytes === null) throw refuse('sheet_file_unreadable')
    if (unpackedBytes > MAX_UNPACKED_BYTES) throw refuse('sheet_file_too_large')
    try {
      return await readWorkbook(bytes, defaults)
    } catch {
      throw refuse('sheet_file_unreadable')
    }
  }
  const json = parseJson(bytes)
  if (typeof json === 'object' && json !== null && 'schema' in json)
    return parseRuleSheet({ ...json, villageId: defaults.villageId })
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
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return JSON.parse(text)
  } catch {
    throw refuse('sheet_file_unreadable')
  }
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))
}
