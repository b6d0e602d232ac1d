import { describeOrderRule, type OfferKind, type OfferUnit } from '@azalea/scoring/order'
import type { Actor } from '../../../platform/actor.ts'
import { inLanguage, type Language } from '../../../platform/http/language.ts'
import { maskName, readHouseholds } from '../../community/index.ts'
import { selectOrderRules, type OrderRuleRow } from '../order-rules/order-rule.store.ts'
import type { Readers } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { inUnit } from '../say-quantity.ts'
import { replayAside } from './replay-aside.ts'
import type { YearOutcome } from './replay-year.ts'
import { readPastYear } from './past-year.ts'

const YEAR_MILLISECONDS = 366 * 86_400_000
/** Of those for whom it differs most. */
const MOST_HOUSEHOLDS = 100

export interface WhatIf {
  readonly kind: OfferKind
  readonly unit: OfferUnit
  readonly orderRuleIds: readonly string[]
}

/**
 * The past year's claims of a kind of offer under each of these rules: who would have got how much, and
 * how evenly. What is kept for protected households is left out: who they are is not asked.
 * @throws Refusal 'unknown_order_rule'
 */
export async function readWhatIf(
  { database, clock }: Readers,
  { villageId }: Actor,
  language: Language,
  { kind, unit, orderRuleIds }: WhatIf,
) {
  const since = new Date(clock.now().getTime() - YEAR_MILLISECONDS)
  const { rules, past } = await database.inVillage(villageId, async (db) => {
    const known = await selectOrderRules(db, villageId, orderRuleIds)
    return {
      rules: orderRuleIds.map((id) => known.get(id) ?? null),
      past: await readPastYear(db, villageId, { kind, unit, since }),
    }
  })
  const compared = rules.filter((rule) => rule !== null)
  if (compared.length < rules.length) throw refuse('unknown_order_rule')
  const { householdIds, leftOutOffers } = past
  const { offers, household } = past.claims
  const counts = { offers: offers.length, claims: household.length }
  const supplyQuantity = offers.reduce((sum, offer) => sum + offer.supplyQuantity, 0)
  const outcomes = await replayAside({
    rules: compared.map(({ rule }) => rule),
    claims: past.claims,
    households: householdIds.length,
  })
  return {
    ...counts,
    kind,
    unit,
    leftOutOffers,
    supplyQuantity,
    households: householdIds.length,
    rules: compared.map((rule, at) => presentOutcome(rule, outcomes[at], unit, language)),
    lines: await linesOf(
      (ids) => database.inVillage(villageId, (db) => readHouseholds(db, villageId, ids)),
      householdIds,
      outcomes,
    ),
  }
}

function presentOutcome(
  row: OrderRuleRow,
  outcome: YearOutcome | undefined,
  unit: OfferUnit,
  language: Language,
) {
  const received = [...(outcome?.received ?? [])]
  return {
    orderRuleId: row.orderRuleId,
    name: inLanguage(language, row.nameZh, row.nameEn),
    state: row.state,
    sentences: describeOrderRule(row.rule, language, inUnit(unit, language)),
    receivingHouseholds: received.filter((quantity) => quantity > 0).length,
    givenQuantity: received.reduce((sum, quantity) => sum + quantity, 0),
    giniPermille: outcome?.giniPermille ?? null,
    lowerHalfPermille: outcome?.lowerHalfPermille ?? null,
    longestWaitOffers: outcome?.longestWaitOffers ?? 0,
    mostOftenFirst: outcome?.mostOftenFirst ?? 0,
  }
}

/** The households for whom it differs, and most first, masked as in a published queue. */
async function linesOf(
  read: (ids: readonly string[]) => ReturnType<typeof readHouseholds>,
  householdIds: readonly string[],
  outcomes: readonly YearOutcome[],
) {
  const lines = householdIds.map((householdId, no) => {
    const quantities = outcomes.map(({ received }) => received[no] ?? 0)
    return { householdId, quantities, apart: Math.max(...quantities) - Math.min(...quantities) }
  })
  const shown = lines
    .filter(({ apart }) => apart > 0)
    .toSorted((one, other) => other.apart - one.apart || sum(other) - sum(one))
    .slice(0, MOST_HOUSEHOLDS)
  const households = await read(shown.map(({ householdId }) => householdId))
  return shown.map(({ householdId, quantities }) => {
    const household = households.get(householdId)
    const name = household?.headName ?? null
    const isOpen = household?.headPublishesName ?? false
    return {
      name: name === null || isOpen ? name : maskName(name),
      groupName: household?.groupName ?? null,
      quantities,
    }
  })
}

const sum = ({ quantities }: { readonly quantities: readonly number[] }) =>
  quantities.reduce((total, quantity) => total + quantity, 0)
