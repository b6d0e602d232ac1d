import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { inLanguage, type Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import {
  communityRefusals,
  readPeopleNames,
  readVillage,
  whyNotSecondPerson,
} from '../../../community/index.ts'
import { readBudgetStates } from '../../../money/index.ts'
import { selectMerchants } from '../merchants/merchant.store.ts'
import { whyNotForMerchants } from '../merchants/own-merchant.ts'
import type { VoucherReaders } from '../parts.ts'
import { voucherOffices } from '../policy.ts'
import { presentVoucherKind } from './present-voucher-kind.ts'
import { takersOf } from './takers-of.ts'
import { selectVoucherKinds, type VoucherKind } from './voucher-kind.store.ts'

/** What can be had now: offered, with money left for one and somebody who takes it. */
export async function readOffered(db: Db, villageId: string, language: Language) {
  const merchants = await selectMerchants(db, villageId)
  const budgets = await readBudgetStates(db, villageId)
  const kinds = [...(await selectVoucherKinds(db, villageId)).values()]
  return kinds
    .filter(({ state, merchantIds }) => {
      return state === 'offered' && takersOf(merchantIds, merchants).length > 0
    })
    .map((kind) => {
      const budget = budgets.find(({ budgetId }) => budgetId === kind.budgetId)
      const isPaid = budget?.closedAt === null && budget.leftFen >= kind.valueFen
      return { ...presentVoucherKind(kind, merchants, language), isToBeHad: isPaid }
    })
}

/** The price list of vouchers, for anybody. @throws Refusal 'unknown_village' */
export async function readVoucherPrices(
  { database }: Pick<VoucherReaders, 'database'>,
  villageId: string,
  language: Language,
) {
  return database.inVillage(villageId, async (db) => {
    const village = await readVillage(db, villageId)
    if (village === null) throw communityRefusals('unknown_village')
    return { villageName: village.name, kinds: await readOffered(db, villageId, language) }
  })
}

/** Every kind of voucher as the committee and the supervisors see it, the newest first. */
export async function readVoucherKinds(
  { database }: Pick<VoucherReaders, 'database'>,
  actor: Actor,
  language: Language,
) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const merchants = await selectMerchants(db, villageId)
    const budgets = await readBudgetStates(db, villageId)
    const kinds = [...(await selectVoucherKinds(db, villageId)).values()]
    const proposers = kinds.map(({ proposedBy }) => proposedBy)
    const names = await readPeopleNames(db, villageId, proposers)
    const items = []
    for (const kind of kinds) {
      const budget = budgets.find(({ budgetId }) => budgetId === kind.budgetId)
      items.push({
        ...presentVoucherKind(kind, merchants, language),
        state: kind.state,
        budgetName: inLanguage(language, budget?.nameZh ?? '', budget?.nameEn),
        budgetLeftFen: budget?.leftFen ?? 0,
        proposedByName: names.get(kind.proposedBy) ?? null,
        proposedAt: kind.proposedAt.toISOString(),
        canConfirm: permission(await whyNotConfirmingKind(db, actor, kind), language),
      })
    }
    return { items }
  })
}

/** Why somebody cannot confirm a kind that waits; null when they can, and of one that is decided. */
export async function whyNotConfirmingKind(db: Db, actor: Actor, kind: VoucherKind) {
  if (kind.state !== 'proposed') return null
  const { villageId, personId } = actor
  return (
    (await whyNotSecondPerson({ db, villageId }, voucherOffices, kind, personId)) ??
    whyNotForMerchants(db, actor, kind.merchantIds)
  )
}
