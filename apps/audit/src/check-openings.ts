import { createHmac } from 'node:crypto'
import { base64Decode, equalBytes, TlogError, TreeBuilder, type TreeHead } from '@azalea/tlog'
import { parseLeaf, UnreadableLeaf, type LeafHead } from '@azalea/records'
import { AuditError } from './errors.ts'
import { Findings } from './findings.ts'
import { fieldsOf, integerOf, listOf, parseDocument, textOf, UnreadableEntry } from './documents.ts'
import type { LogSource } from './log-source.ts'
import { readEntries } from './read-entries.ts'
import { hasher } from './suite.ts'
import { OpenedGifts } from './opened-gifts.ts'
import type { Sheets } from './village-state/sheets.ts'

/** What came of the parts that a village opened for an auditor. */
export interface OpeningsTally {
  /** Parts whose salt and payload are what their entry commits to. */
  opened: number
  /** Parts of entries that the file speaks of and does not open: of persons who were erased. */
  closed: number
  readonly from: string
  readonly through: string
  readonly kinds: readonly string[]
}

interface OpenedPart {
  readonly part: number
  /** Base64. */
  readonly salt: string
  readonly payload: string
}

interface Opened {
  readonly index: number
  readonly parts: readonly OpenedPart[]
}

/**
 * Holds opened parts against the commitments in the log. The file has one JSON value a line: what it
 * is of (format, origin, kinds, from, through), then an entry each, in the order of the log. The
 * log is read once more for it, so that memory is needed for one line and a few bundles.
 * @throws AuditError 'bad_openings' when it is no such file; 'unreachable' when the log cannot be read
 */
export async function checkOpenings(
  source: LogSource,
  { origin, ...head }: TreeHead & { readonly origin: string },
  lines: AsyncIterable<string>,
  findings: Findings,
  sheets: Sheets,
): Promise<OpeningsTally> {
  const file = lines[Symbol.asyncIterator]()
  const tally = headOf(await nextOf(file), origin)
  const tree = new TreeBuilder(hasher)
  const again = new Findings()
  const gifts = new OpenedGifts(findings, sheets)
  let opened = openedOf(await nextOf(file), -1)
  for await (const entries of readEntries(source, tree, head.size, again))
    for (const { index, bytes } of entries) {
      const isOpened = opened?.index === index
      const parts = isOpened ? (opened?.parts ?? []) : []
      checkEntry({ findings, tally, gifts }, index, leafOf(bytes), parts)
      if (isOpened) opened = openedOf(await nextOf(file), index)
    }
  if (again.total > 0 || !equalBytes(tree.root(), head.rootHash))
    findings.add('root_wrong', null, 'the log gave other bytes when it was read again')
  if (opened !== null)
    findings.add('opening_wrong', opened.index, 'it is opened, but the log has no such entry')
  return tally
}

interface Checking {
  readonly findings: Findings
  readonly tally: OpeningsTally
  readonly gifts: OpenedGifts
}

function checkEntry(
  { findings, tally, gifts }: Checking,
  index: number,
  leaf: LeafHead | null,
  parts: readonly OpenedPart[],
): void {
  if (leaf === null) {
    if (parts.length > 0) findings.add('opening_wrong', index, 'the entry cannot be read')
    return
  }
  const seen = new Set<number>()
  const payloads: string[] = []
  for (const opened of parts) {
    const { part } = opened
    if (opens(opened, leaf.commitments[part]) && !seen.has(part)) {
      tally.opened += 1
      payloads.push(opened.payload)
    } else findings.add('opening_wrong', index, `part ${part} is not what it commits to`)
    seen.add(part)
  }
  if (leaf.kind === 'wallet.gifted') gifts.take(index, leaf.at, payloads)
  const [kind = ''] = leaf.kind.split('.')
  const isInScope = tally.kinds.includes(kind) && tally.from <= leaf.at && leaf.at <= tally.through
  if (isInScope) tally.closed += leaf.commitments.filter((_, part) => !seen.has(part)).length
}

/** HMAC-SHA-256 of the payload under its salt is the commitment (docs/design/log-entries.md). */
function opens({ salt, payload }: OpenedPart, commitment: string | undefined): boolean {
  try {
    return (
      createHmac('sha256', base64Decode(salt)).update(payload).digest('base64url') === commitment
    )
  } catch (error) {
    if (error instanceof TlogError) return false
    throw error
  }
}

function headOf(line: string | null, origin: string): OpeningsTally {
  return readable(() => {
    const fields = fieldsOf(parseDocument(line ?? ''), 'the first line')
    if (textOf(fields, 'format') !== 'azalea-openings/1')
      throw new UnreadableEntry('the format is another one')
    if (textOf(fields, 'origin') !== origin)
      throw new UnreadableEntry(`it is of ${textOf(fields, 'origin')}, not of ${origin}`)
    const [from, through] = [textOf(fields, 'from'), textOf(fields, 'through')]
    return { opened: 0, closed: 0, from, through, kinds: listOf(fields, 'kinds').map(String) }
  })
}

function openedOf(line: string | null, after: number): Opened | null {
  if (line === null) return null
  return readable(() => {
    const fields = fieldsOf(parseDocument(line), 'a line')
    const index = integerOf(fields, 'index')
    if (index <= after) throw new UnreadableEntry(`entry ${index} comes after ${after}`)
    const parts = listOf(fields, 'parts').map((value) => {
      const part = fieldsOf(value, 'a part')
      const [salt, payload] = [textOf(part, 'salt'), textOf(part, 'payload')]
      return { part: integerOf(part, 'part'), salt, payload }
    })
    return { index, parts }
  })
}

function leafOf(bytes: Uint8Array): LeafHead | null {
  try {
    return parseLeaf(bytes)
  } catch (error) {
    if (error instanceof UnreadableLeaf) return error.head // what it lacks is told by the audit itself
    throw error
  }
}

/** @throws AuditError 'bad_openings' */
function readable<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof UnreadableEntry)) throw error
    throw new AuditError('bad_openings', `the openings cannot be read: ${error.message}`)
  }
}

async function nextOf(lines: AsyncIterator<string>): Promise<string | null> {
  const { value, done } = await lines.next()
  if (done === true) return null
  return value === '' ? nextOf(lines) : value
}
