import {
  compareHeads,
  openLogHead,
  servedLog,
  verifyReceiptText,
  type LogPieces,
  type ReceiptVerdict,
} from '@azalea/client'
import { createTreeHasher, parsePolicy, TlogError } from '@azalea/tlog'
import { keep, recall, type Session } from '../../core/index.ts'
import { cryptoSuite } from './crypto-suite.ts'

/** What this phone knows of a village's log: whom it trusts, and the last checkpoint that held. */
interface SeenLog {
  readonly policy: string
  readonly checkpoint: string
}

/**
 * Fetches the receipt of one's own award and checks it on this phone: against whom the phone has
 * trusted since it first saw the log, and against the log as it stands now and as it was seen before.
 * @throws ApiProblem, or Error when the log cannot be read
 */
export async function checkReceipt(
  { calls, http }: Session,
  villageId: string,
  awardId: string,
): Promise<ReceiptVerdict> {
  const { path } = await calls.get('/api/villages/{villageId}/log', { villageId })
  const pieces = servedLog(http, path)
  const seen = recall<SeenLog>('seen-log', villageId)
  const policyText = seen?.policy ?? (await pieces.readPolicy())
  const text = await calls.getText('/api/awards/{id}/receipt', { id: awardId })
  try {
    const policy = parsePolicy(cryptoSuite.sha256, policyText)
    const head = await openLogHead(cryptoSuite, policy, await pieces.readCheckpoint())
    const before = seen && (await openLogHead(cryptoSuite, policy, seen.checkpoint))
    if (before !== null) {
      const change = await compare(pieces, before.checkpoint, head.checkpoint)
      if (change === 'broken_tiles') return { state: 'refused', reason: 'broken_tiles' }
      if (change === 'forked')
        return { state: 'forked', receiptNote: before.note, logNote: head.note }
    }
    const trust = { policy: policyText, head, readTile: pieces.readTile }
    const report = await verifyReceiptText(cryptoSuite, trust, text)
    if (report.state === 'proved') {
      const isNewer = before === null || head.checkpoint.size >= before.checkpoint.size
      const checkpoint = isNewer ? head.note : before.note
      keep('seen-log', villageId, { policy: policyText, checkpoint } satisfies SeenLog)
    }
    return report
  } catch (error) {
    if (error instanceof TlogError) return { state: 'refused', reason: 'other_log' }
    throw error
  }
}

function compare(
  pieces: LogPieces,
  before: Parameters<typeof compareHeads>[2],
  now: Parameters<typeof compareHeads>[3],
) {
  return compareHeads(createTreeHasher(cryptoSuite.sha256), pieces.readTile, before, now)
}
