import { formatReceipt, parseCheckpoint, parseNote, proveInclusion } from '@azalea/tlog'
import type { Db } from '../../platform/database/database.ts'
import { canonicalBytes, type OwnRecord } from '../record/index.ts'
import { selectIndices } from './entry.store.ts'
import { selectHead } from './head.store.ts'
import { hasher } from './log-signer.ts'
import { selectCurrentLog } from './log.store.ts'
import { refuse } from './refusals.ts'
import { tileReader } from './tile.store.ts'

/** How much of what stands behind a leaf a receipt carries. */
export type ReceiptContent = 'opened' | 'bare'

/**
 * The `.tlog-proof` of a record under the published checkpoint. Its extra data are the leaf and, when
 * 'opened', salt and payload of the given parts: those of one person, who alone may have them.
 * @throws Refusal 'no_log', 'not_in_log_yet'
 */
export async function writeReceipt(
  db: Db,
  villageId: string,
  parts: readonly OwnRecord[],
  content: ReceiptContent,
): Promise<string> {
  const [record] = parts
  if (record === undefined) throw refuse('unknown_record')
  return receiptOf(db, villageId, record.recordId, extraOf(parts, record.leaf, content))
}

/**
 * The proof that a record's leaf stands in the log, without anything that is sealed: for records that
 * a public page names.
 * @throws Refusal 'no_log', 'not_in_log_yet'
 */
export async function writeBareReceipt(
  db: Db,
  villageId: string,
  { recordId, leaf }: Pick<OwnRecord, 'recordId' | 'leaf'>,
): Promise<string> {
  return receiptOf(db, villageId, recordId, extraOf([], leaf, 'bare'))
}

async function receiptOf(
  db: Db,
  villageId: string,
  recordId: string,
  extra: Buffer,
): Promise<string> {
  const log = await selectCurrentLog(db, villageId)
  if (log === null) throw refuse('no_log')
  const published = (await selectHead(db, log))?.published
  const index = (await selectIndices(db, log, [recordId])).get(recordId)
  if (!published || index === undefined || index >= published.size) throw refuse('not_in_log_yet')
  const checkpoint = parseNote(published.note)
  const head = parseCheckpoint(checkpoint.text)
  const { proof } = await proveInclusion(hasher, tileReader(db, log), index, head)
  return formatReceipt({ index, proof, checkpoint, extra })
}

/** Canonical JSON; `leaf` and `payload` are the very bytes that were hashed, as text. */
function extraOf(parts: readonly OwnRecord[], leaf: string, content: ReceiptContent): Buffer {
  return canonicalBytes({
    v: 1,
    leaf,
    parts:
      content === 'bare'
        ? []
        : parts.map(({ part, salt, payload }) => ({
            part,
            salt: salt.toString('base64'),
            payload,
          })),
  })
}
