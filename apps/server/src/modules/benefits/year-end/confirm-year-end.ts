import { yearEndShared } from '@azalea/records'
import { doorText } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import { requireSecondPerson, sendMessages } from '../../community/index.ts'
import {
  orderPayments,
  readBudgetStates,
  selectPayoutAccounts,
  spendForRuns,
  type OrderedPayment,
} from '../../money/index.ts'
import type { Tx, VillageSecret } from '../../record/index.ts'
import type { Commands } from '../parts.ts'
import { yearEndOffices } from './policy.ts'
import { refuse } from './refusals.ts'
import { workOutShares, type NamedShare } from './work-out-shares.ts'
import { endYearEnd, insertShares, lockYearEnd, type YearEnd } from './year-end.store.ts'

/**
 * Shares a pool out: what was proposed is spent of its budget, and paid by the bank where a household
 * has said where to, else in cash against a signature.
 * @throws Refusal 'unknown_year_end', 'year_end_over', those of requireSecondPerson and spendForRuns
 */
export async function confirmYearEnd(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { yearEndId }: { readonly yearEndId: string },
): Promise<{ readonly runIds: string[] }> {
  return act({ name: 'confirm-year-end', actor, key, input: { yearEndId } }, async (tx) => {
    const yearEnd = await lockYearEnd(tx.db, tx.villageId, yearEndId)
    if (yearEnd === null) throw refuse('unknown_year_end')
    if (yearEnd.state !== 'proposed') throw refuse('year_end_over')
    await requireSecondPerson(tx, yearEndOffices, yearEnd, actor.personId)
    const secret = await secrets.of(tx.db, tx.villageId)
    const shares = await workOutShares(tx.db, tx.villageId, secret, yearEnd)
    if (shares.hash !== yearEnd.sharesHash)
      throw new Error(`the shares of ${yearEndId} are not those that were proposed`)
    await insertShares(tx.db, tx.villageId, yearEndId, shares.lines)
    const runs = await runsOf(tx, yearEnd, shares.lines)
    await spendForRuns(tx, { budgetId: yearEnd.budgetId, spendingId: yearEndId }, runs)
    for (const { runId, means, payments } of runs)
      await orderPayments(tx, secrets, {
        runId,
        means,
        title: yearEnd.titleZh,
        titleEn: yearEnd.titleEn,
        corrects: null,
        orderedBy: actor.personId,
        payments,
      })
    const how = { state: 'confirmed', endedBy: actor.personId, endedAt: tx.now } as const
    await endYearEnd(tx.db, tx.villageId, yearEndId, how)
    await notifyHeads(tx, yearEnd, shares.lines)
    await record(tx, secret, yearEnd, actor.personId)
    return { runIds: runs.map(({ runId }) => runId) }
  })
}

async function record(
  tx: Tx,
  secret: VillageSecret,
  yearEnd: YearEnd,
  confirmedBy: string,
): Promise<void> {
  const { yearEndId } = yearEnd
  const budgets = await readBudgetStates(tx.db, tx.villageId)
  const budget = budgets.find((one) => one.budgetId === yearEnd.budgetId)
  if (budget === undefined) throw new Error(`no budget ${yearEnd.budgetId}`)
  const { number: _, what: __, ...resolution } = budget.resolution
  tx.append(
    yearEndShared({
      public: {
        yearEnd: secret.pseudonym('yearEnd', yearEndId),
        budget: secret.pseudonym('budget', yearEnd.budgetId),
        poolFen: yearEnd.poolFen,
        through: yearEnd.through,
        ...(yearEnd.before === null ? {} : { before: yearEnd.before }),
        totalHundredths: yearEnd.totalHundredths,
        householdCount: yearEnd.householdCount,
        shares: yearEnd.sharesHash,
        resolution,
      },
      parts: [
        {
          personId: yearEnd.proposedBy,
          payload: { yearEndId, proposedBy: yearEnd.proposedBy },
        },
        { personId: confirmedBy, payload: { yearEndId, confirmedBy } },
      ],
    }),
  )
}

/** One run for the bank, one for cash, where there is anybody to pay so. */
async function runsOf(tx: Tx, yearEnd: YearEnd, lines: readonly NamedShare[]) {
  const paid = lines.filter(({ shareFen }) => shareFen > 0)
  const accounts = await selectPayoutAccounts(
    tx.db,
    tx.villageId,
    'household',
    paid.map(({ householdId }) => householdId),
  )
  const payments = paid.map(
    ({ household, householdId, pointsHundredths, shareFen }): OrderedPayment => ({
      payee: { kind: 'household', id: householdId },
      payeeName: household.headName ?? household.houseNo,
      place: doorText(household, 'zh'),
      account: accounts.get(householdId) ?? null,
      amountFen: shareFen,
      reason: `${yearEnd.titleZh}，${pointsHundredths / 100} 分`,
      cause: { kind: 'year-end', id: yearEnd.yearEndId },
      attempt: 1,
    }),
  )
  return (['bank', 'cash'] as const)
    .map((means) => ({
      means,
      payments: payments.filter(({ account }) => (account === null) === (means === 'cash')),
    }))
    .filter((run) => run.payments.length > 0)
    .map((run) => ({
      ...run,
      runId: tx.newId(),
      totalFen: run.payments.reduce((sum, { amountFen }) => sum + amountFen, 0),
    }))
}

async function notifyHeads(
  tx: Tx,
  { yearEndId, titleZh, titleEn }: YearEnd,
  lines: readonly NamedShare[],
): Promise<void> {
  await sendMessages(
    tx,
    lines.flatMap(({ household: { headPersonId, headName }, pointsHundredths, shareFen }) =>
      headPersonId === null || headName === null
        ? []
        : [
            {
              personId: headPersonId,
              kind: 'year_end.shared',
              params: { yearEndId, title: titleZh, titleEn, pointsHundredths, shareFen },
            },
          ],
    ),
  )
}
