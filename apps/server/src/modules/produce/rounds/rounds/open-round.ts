import { roundOpened } from '@azalea/records'
import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { enterDraft } from '../../../benefits/index.ts'
import { moneyRefusals, readBudgetStates } from '../../../money/index.ts'
import type { Tx } from '../../../record/index.ts'
import { readRuleItem, type Scoring } from '../../../scoring/index.ts'
import type { RoundCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { quantityOf } from '../settlements/delivery-points.ts'
import { insertRound, type BuyingRound, type RoundTerms } from './round.store.ts'

const WITHIN_DAYS = 30

/** What the company wants, and how; amounts in grams. */
export interface OpenRoundInput
  extends Omit<BuyingRound, 'roundId' | 'openedBy' | 'closedAt'>, RoundTerms {
  readonly titleZh: string
  readonly titleEn: string | null
  readonly wordsZh: string
  readonly wordsEn: string | null
  readonly wantedGrams: number
  /** Of one household. */
  readonly mostGrams: number
  readonly orderRuleId: string
  readonly opensAt: Date
  readonly closesAt: Date
  readonly answerWithinDays: number
}

/**
 * Opens a buying round: drafts its offer, by whose turns growers come in the order of points, and keeps
 * beside it what is bought at which price, where and when. Somebody of another household publishes the
 * offer.
 * @throws Refusal 'round_hours_wrong', 'round_grades_twice', 'round_deductions_wrong',
 *   'unknown_budget', 'budget_closed', 'item_not_for_deliveries', those of readRuleItem and enterDraft
 */
export async function openRound(
  { act, secrets, scoring }: RoundCommands & { readonly scoring: Scoring },
  actor: Actor,
  key: string,
  input: OpenRoundInput,
): Promise<{ readonly roundId: string }> {
  const { opensAt, closesAt, beginsAt, endsAt } = input
  const asked = {
    ...input,
    grades: input.grades.map((grade) => ({ ...grade })),
    deductions: input.deductions.map((deduction) => ({ ...deduction })),
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    beginsAt: beginsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }
  return act({ name: 'open-round', actor, key, input: asked }, async (tx) => {
    const { db, villageId } = tx
    requireHours(input, tx.now)
    const kinds = new Set(input.grades.map(({ grade }) => grade))
    if (kinds.size !== input.grades.length) throw refuse('round_grades_twice')
    await requireBudget(tx, input.budgetId)
    await requireItem(tx, scoring, input.itemRef, civilDay(endsAt))
    const roundId = await enterDraft(tx, actor.personId, offerOf(input))
    const openedBy = actor.personId
    await insertRound(db, villageId, { ...input, roundId, openedBy, openedAt: tx.now })
    const secret = await secrets.of(db, villageId)
    tx.append(
      roundOpened({
        public: {
          offer: secret.pseudonym('offer', roundId),
          crop: input.crop,
          unit: input.priceUnit,
          grades: input.grades.map(({ grade, fen }) => ({ grade, fen })),
          deductions: input.deductions.map((one) =>
            'permille' in one ? { permille: one.permille } : { fenEach: one.fenEach },
          ),
          collectsOn: civilDay(endsAt),
          budget: secret.pseudonym('budget', input.budgetId),
        },
        parts: [{ personId: openedBy, payload: { roundId, openedBy } }],
      }),
    )
    return { roundId }
  })
}

/** Households claim an amount in the unit of the price. */
function offerOf(input: OpenRoundInput) {
  return {
    kind: 'produce_sale',
    titleZh: input.titleZh,
    titleEn: input.titleEn,
    wordsZh: input.wordsZh,
    wordsEn: input.wordsEn,
    unit: input.priceUnit,
    claimant: 'household',
    ageFrom: null,
    ageTo: null,
    supplyQuantity: input.wantedGrams,
    mostQuantity: input.mostGrams,
    orderRuleId: input.orderRuleId,
    honourSince: null,
    groupNos: [],
    opensAt: input.opensAt,
    closesAt: input.closesAt,
    answerWithinDays: input.answerWithinDays,
    publishes: 'masked_names',
  } as const
}

function requireHours({ closesAt, beginsAt, endsAt }: OpenRoundInput, now: Date): void {
  const day = civilDay(beginsAt)
  const isOneDay = beginsAt < endsAt && civilDay(endsAt) === day
  const isNear = day <= addCivilDays(civilDay(now), WITHIN_DAYS)
  if (!isOneDay || !isNear || beginsAt <= closesAt) throw refuse('round_hours_wrong')
}

async function requireBudget({ db, villageId }: Tx, budgetId: string): Promise<void> {
  const budget = (await readBudgetStates(db, villageId)).find((one) => one.budgetId === budgetId)
  if (budget === undefined) throw moneyRefusals('unknown_budget')
  if (budget.closedAt !== null) throw moneyRefusals('budget_closed')
}

/** Points are for what an item counts: times, or weight. */
async function requireItem(
  { db, villageId }: Tx,
  scoring: Scoring,
  itemRef: string | null,
  day: string,
): Promise<void> {
  if (itemRef === null) return
  const { item } = await readRuleItem(db, scoring, villageId, itemRef, day)
  if (quantityOf(item, 1) === null) throw refuse('item_not_for_deliveries')
}
