import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { inLanguage, type Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import { readPeopleNames } from '../../../community/index.ts'
import { presentAccount, selectPayoutAccounts } from '../../../money/index.ts'
import type { VoucherReaders } from '../parts.ts'
import { selectAccountChanges } from './account-change.store.ts'
import { whyNotConfirmingAccount } from './confirm-merchant-account.ts'
import { selectMerchantPeople, selectMerchants, type Merchant } from './merchant.store.ts'

/** A merchant's name as a reader of a language has it. */
export const merchantName = ({ nameZh, nameEn }: Merchant, language: Language) =>
  inLanguage(language, nameZh, nameEn)

/** Every merchant, with who takes vouchers for it and where its money is sent. */
export async function readMerchants(
  { database }: Pick<VoucherReaders, 'database'>,
  actor: Actor,
  language: Language,
) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const merchants = [...(await selectMerchants(db, villageId)).values()]
    const people = await selectMerchantPeople(db, villageId)
    const changes = await selectAccountChanges(db, villageId)
    const bars = new Map<string, Refusal | null>()
    for (const [merchantId, change] of changes)
      bars.set(merchantId, await whyNotConfirmingAccount(db, actor, change))
    const proposers = [...changes.values()].map(({ proposedBy }) => proposedBy)
    const ids = [...people.map(({ personId }) => personId), ...proposers]
    const changeOf = (merchantId: string) => {
      const change = changes.get(merchantId)
      if (change === undefined) return null
      const { changeId, account, proposedBy } = change
      const proposedByName = names.get(proposedBy) ?? null
      const canConfirm = permission(bars.get(merchantId) ?? null, language)
      return { changeId, account: presentAccount(account), proposedByName, canConfirm }
    }
    const names = await readPeopleNames(db, villageId, ids)
    const accounts = await readAccounts(db, villageId, merchants)
    return {
      items: merchants.map((merchant) => ({
        merchantId: merchant.merchantId,
        change: changeOf(merchant.merchantId),
        name: merchantName(merchant, language),
        place: merchant.place,
        endedAt: merchant.endedAt?.toISOString() ?? null,
        account: accounts.get(merchant.merchantId) ?? null,
        people: people
          .filter(({ merchantId }) => merchantId === merchant.merchantId)
          .map(({ personId }) => ({ personId, name: names.get(personId) ?? null })),
      })),
    }
  })
}

async function readAccounts(db: Db, villageId: string, merchants: readonly Merchant[]) {
  const ids = merchants.map(({ merchantId }) => merchantId)
  const accounts = await selectPayoutAccounts(db, villageId, 'merchant', ids)
  return new Map(
    [...accounts].map(([merchantId, account]) => [merchantId, presentAccount(account)] as const),
  )
}
