import { roundSettled } from '@azalea/records'
import { doorText } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { readOffersById, type OfferBrief } from '../../../benefits/index.ts'
import {
  readVillage,
  requireSecondPerson,
  sendMessages,
  type Village,
} from '../../../community/index.ts'
import { orderPayments, spendForRuns, type OrderedPayment } from '../../../money/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import type { Scoring } from '../../../scoring/index.ts'
import type { RoundCommands } from '../parts.ts'
import { settlementOffices } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { lockRound, type BuyingRound } from '../rounds/round.store.ts'
import { awardDeliveries } from './delivery-points.ts'
import { sha256 } from './grower-statement.ts'
import {
  endSettlement,
  insertStatements,
  lockSettlement,
  lockSettlements,
  selectSettlement,
  type RoundSettlement,
  type StatementRow,
} from './settlement.store.ts'
import { writeStatement } from './write-statement.ts'
import { workOutSettlement, type GrowerLine, type RoundWorth } from './work-out-settlement.ts'

interface Run {
  readonly runId: string
  readonly means: 'bank' | 'cash'
  readonly totalFen: number
  readonly lines: readonly GrowerLine[]
}

/**
 * Settles a round as the second person: what growers are paid is spent of its budget and ordered, by the
 * bank where a household has said where to, else in cash against a signature. Each has a statement that
 * says what for; in the first settlement the first grade earns its points.
 * @throws Refusal 'unknown_round_settlement', 'round_settlement_over', 'round_settlement_changed', those
 *   of requireSecondPerson and spendForRuns
 */
export async function confirmRoundSettlement(
  { act, secrets, scoring }: RoundCommands & { readonly scoring: Scoring },
  actor: Actor,
  key: string,
  { settlementId }: { readonly settlementId: string },
): Promise<{ readonly runIds: string[] }> {
  const command = { name: 'confirm-round-settlement', actor, key, input: { settlementId } }
  return act(command, async (tx) => {
    const { db, villageId } = tx
    const { settlement, round } = await requireProposed(tx, settlementId)
    await requireSecondPerson(tx, settlementOffices, settlement, actor.personId)
    const worth = await workOutSettlement(db, villageId, round)
    if (!worth.termsHash.equals(settlement.termsHash)) throw refuse('round_settlement_changed')
    const village = await readVillage(db, villageId)
    const offer = (await readOffersById(db, villageId, [round.roundId])).get(round.roundId)
    const about = { round, offer, village }
    const runs = runsOf(tx, worth.lines)
    const rows = statementsOf(tx, settlement, worth, runs, about)
    if (settlement.no === 1)
      await awardDeliveries(tx, scoring, round, worth.weighIns, actor.personId)
    if (runs.length > 0) await pay(tx, secrets, settlement, runs, about, actor.personId)
    await insertStatements(db, villageId, settlementId, rows)
    const how = { state: 'confirmed', by: actor.personId, at: tx.now } as const
    await endSettlement(db, villageId, settlementId, how)
    await notifyHeads(tx, settlement, worth.lines, about)
    await record(tx, secrets, settlement, rows, round, actor.personId)
    return { runIds: runs.map(({ runId }) => runId) }
  })
}

interface About {
  readonly round: BuyingRound
  readonly offer: OfferBrief | undefined
  readonly village: Village | null
}

async function requireProposed(
  { db, villageId }: Tx,
  settlementId: string,
): Promise<{ settlement: RoundSettlement; round: BuyingRound }> {
  await lockSettlements(db, villageId)
  const found = await selectSettlement(db, villageId, settlementId)
  if (found === null) throw refuse('unknown_round_settlement')
  const round = await lockRound(db, villageId, found.roundId, 'alone')
  const settlement = await lockSettlement(db, villageId, settlementId)
  if (round === null || settlement === null) throw new Error(`settlement ${settlementId} is alone`)
  if (settlement.state !== 'proposed') throw refuse('round_settlement_over')
  return { settlement, round }
}

/** One run for the bank, one for cash, where there is anybody to pay so. */
function runsOf(tx: Tx, lines: readonly GrowerLine[]): Run[] {
  const paid = lines.filter(({ paidFen }) => paidFen > 0)
  return (['bank', 'cash'] as const)
    .map((means) => ({
      means,
      lines: paid.filter(({ account }) => (account === null) === (means === 'cash')),
    }))
    .filter((run) => run.lines.length > 0)
    .map((run) => ({
      ...run,
      runId: tx.newId(),
      totalFen: run.lines.reduce((sum, { paidFen }) => sum + paidFen, 0),
    }))
}

async function pay(
  tx: Tx,
  secrets: VillageSecrets,
  { settlementId, no }: RoundSettlement,
  runs: readonly Run[],
  { round, offer }: About,
  orderedBy: string,
): Promise<void> {
  const titleZh = offer?.titleZh ?? round.crop
  const title = no === 1 ? `${titleZh} 收购款` : `${titleZh} 收购款更正（${no}）`
  const { budgetId } = round
  await spendForRuns(tx, { budgetId, spendingId: settlementId }, runs)
  for (const { runId, means, lines } of runs)
    await orderPayments(tx, secrets, {
      runId,
      means,
      title,
      titleEn: offer?.titleEn ?? null,
      corrects: null,
      orderedBy,
      payments: lines.map(({ household, account, weighIns, paidFen }): OrderedPayment => ({
        payee: { kind: 'household', id: household.householdId },
        payeeName: household.headName ?? household.houseNo,
        place: doorText(household, 'zh'),
        account,
        amountFen: paidFen,
        reason: `${round.crop} 过磅 ${weighIns.length} 次`,
        cause: { kind: 'round-settlement', id: settlementId },
        attempt: 1,
      })),
    })
}

function statementsOf(
  tx: Tx,
  settlement: RoundSettlement,
  { terms, lines }: RoundWorth,
  runs: readonly Run[],
  { round, offer, village }: About,
): StatementRow[] {
  const runOf = new Map(runs.flatMap((run) => run.lines.map((line) => [line, run] as const)))
  return lines.map((line, at) => {
    const run = runOf.get(line) ?? null
    const about = { settlement, round, offer, village, terms, run, now: tx.now }
    const statement = writeStatement(line, about)
    return {
      householdId: line.household.householdId,
      no: at + 1,
      netFen: line.netFen,
      carriedFen: line.carriedFen,
      paidFen: line.paidFen,
      runId: run?.runId ?? null,
      statement,
      statementHash: sha256(statement),
    }
  })
}

async function notifyHeads(
  tx: Tx,
  { settlementId, no }: RoundSettlement,
  lines: readonly GrowerLine[],
  { round, offer }: About,
): Promise<void> {
  const params = {
    settlementId,
    roundId: round.roundId,
    title: offer?.titleZh ?? round.crop,
    titleEn: offer?.titleEn ?? null,
    no,
  }
  await sendMessages(
    tx,
    lines.flatMap(({ household: { headPersonId }, netFen, paidFen }) =>
      headPersonId === null
        ? []
        : [
            {
              personId: headPersonId,
              kind: 'round.settled',
              params: { ...params, netFen, paidFen },
            },
          ],
    ),
  )
}

async function record(
  tx: Tx,
  secrets: VillageSecrets,
  { settlementId, no, growerCount, weighInCount, netFen, paidFen, proposedBy }: RoundSettlement,
  rows: readonly StatementRow[],
  { roundId, budgetId }: BuyingRound,
  confirmedBy: string,
): Promise<void> {
  const secret = await secrets.of(tx.db, tx.villageId)
  const hashes = rows.map(({ statementHash }) => `${statementHash.toString('hex')}\n`)
  tx.append(
    roundSettled({
      public: {
        roundSettlement: secret.pseudonym('roundSettlement', settlementId),
        offer: secret.pseudonym('offer', roundId),
        budget: secret.pseudonym('budget', budgetId),
        no,
        growerCount,
        weighInCount,
        netFen,
        paidFen,
        statements: sha256(hashes.join('')).toString('hex'),
      },
      parts: [
        { personId: proposedBy, payload: { settlementId, proposedBy } },
        { personId: confirmedBy, payload: { settlementId, confirmedBy } },
      ],
    }),
  )
}
