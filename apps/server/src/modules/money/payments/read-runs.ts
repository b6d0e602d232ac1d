import type { Actor } from '../../../platform/actor.ts'
import { inLanguage, type Language } from '../../../platform/http/language.ts'
import { cutPage, decodeCursor } from '../../../platform/http/cursor.ts'
import { z } from 'zod'
import type { PayeeParts, Readers } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { readOwnPayees } from './own-payee.ts'
import { selectPayments, selectRun, selectRuns, selectToRepeat } from './payment.store.ts'
import { readStatementBytes, type PaymentStatement } from './payment-statement.ts'

/** Payment runs, newest first, with how far they have come. */
export async function readRuns({ database }: Readers, { villageId }: Actor, language: Language) {
  const runs = await database.inVillage(villageId, (db) => selectRuns(db, villageId))
  return { items: runs.map((run) => presentRun(run, language)) }
}

function presentRun(run: Awaited<ReturnType<typeof selectRuns>>[number], language: Language) {
  const { statementHash, orderedAt, titleEn: _, orderedBy: __, ...rest } = run
  return {
    ...rest,
    title: titleIn(language, run),
    statementHash: statementHash.toString('hex'),
    orderedAt: orderedAt.toISOString(),
  }
}

/** What a run is for, in the reader's language as far as it was said in it. */
export function titleIn(
  language: Language,
  { title, titleEn }: { readonly title: string; readonly titleEn: string | null },
): string {
  return inLanguage(language, title, titleEn)
}

export interface RunPage {
  readonly cursor?: string | undefined
  readonly limit: number
  /** A part of the payee's name, group or house. */
  readonly q?: string | undefined
}

/** A page of the payments of a run. @throws Refusal 'unknown_payment_run', 'invalid_cursor' */
export async function readRun(
  { database, ownPayees }: Readers & PayeeParts,
  actor: Actor,
  runId: string,
  { cursor, limit, q = '' }: RunPage,
  language: Language,
) {
  const { villageId } = actor
  const sought = q.trim()
  const list = `payments ${runId} ${sought}`
  const after = decodeCursor(list, cursor, z.tuple([z.int()]))?.[0] ?? 0
  return database.inVillage(villageId, async (db) => {
    const run = (await selectRuns(db, villageId)).find((one) => one.runId === runId)
    const whole = await selectRun(db, villageId, runId)
    if (run === undefined || whole === null) throw refuse('unknown_payment_run')
    const { lines } = readStatementBytes(whole.statement, whole.statementHash)
    const isSought = (no: number) =>
      [lines[no - 1]?.payeeName, lines[no - 1]?.place].some((text) => text?.includes(sought))
    const payments = (await selectPayments(db, villageId, runId)).filter(
      ({ no }) => no > after && isSought(no),
    )
    const isOwn = await readOwnPayees({ ownPayees }, db, actor)
    const { shown, nextCursor } = cutPage(list, payments, limit, ({ no }) => [no])
    return {
      ...presentRun(run, language),
      isCorrected: run.failedCount > 0 && (await selectToRepeat(db, villageId, runId)).length === 0,
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
