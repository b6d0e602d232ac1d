import type { Actor } from '../../../platform/actor.ts'
import { cutPage, decodeCursor } from '../../../platform/http/cursor.ts'
import { z } from 'zod'
import type { PayeeParts, Readers } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { readOwnPayees } from './own-payee.ts'
import { isCorrected, selectPayments, selectRun, selectRuns } from './payment.store.ts'
import { readStatementBytes, type PaymentStatement } from './payment-statement.ts'

/** Payment runs, newest first, with how far they have come. */
export async function readRuns({ database }: Readers, { villageId }: Actor) {
  const runs = await database.inVillage(villageId, (db) => selectRuns(db, villageId))
  return { items: runs.map((run) => presentRun(run)) }
}

function presentRun(run: Awaited<ReturnType<typeof selectRuns>>[number]) {
  const { statementHash, orderedAt, orderedBy: _, ...rest } = run
  return {
    ...rest,
    statementHash: statementHash.toString('hex'),
    orderedAt: orderedAt.toISOString(),
  }
}

export interface RunPage {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** A page of the payments of a run. @throws Refusal 'unknown_payment_run', 'invalid_cursor' */
export async function readRun(
  { database, ownPayees }: Readers & PayeeParts,
  actor: Actor,
  runId: string,
  { cursor, limit }: RunPage,
) {
  const { villageId } = actor
  const list = `payments ${runId}`
  const after = decodeCursor(list, cursor, z.tuple([z.int()]))?.[0] ?? 0
  return database.inVillage(villageId, async (db) => {
    const run = (await selectRuns(db, villageId)).find((one) => one.runId === runId)
    const whole = await selectRun(db, villageId, runId)
    if (run === undefined || whole === null) throw refuse('unknown_payment_run')
    const { lines } = readStatementBytes(whole.statement, whole.statementHash)
    const payments = (await selectPayments(db, villageId, runId)).filter(({ no }) => no > after)
    const isOwn = await readOwnPayees({ ownPayees }, db, actor)
    const { shown, nextCursor } = cutPage(list, payments, limit, ({ no }) => [no])
    return {
      ...presentRun(run),
      isCorrected: await isCorrected(db, villageId, runId),
      lines: shown.map(({ no, amountFen, state, failure, payee }) => ({
        no,
        payeeName: lines[no - 1]?.payeeName ?? '',
        place: lines[no - 1]?.place ?? '',
        reason: lines[no - 1]?.reason ?? '',
        amountFen,
        state,
        failure,
        isOwn: isOwn(payee),
      })),
      nextCursor,
    }
  })
}

/** The statement of a run, from its snapshot. @throws Refusal 'unknown_payment_run' */
export async function readStatement(
  { database }: Pick<Readers, 'database'>,
  villageId: string,
  runId: string,
): Promise<PaymentStatement> {
  const run = await database.inVillage(villageId, (db) => selectRun(db, villageId, runId))
  if (run === null) throw refuse('unknown_payment_run')
  return readStatementBytes(run.statement, run.statementHash)
}
