import { protectionEnded, protectionGranted } from '@azalea/records'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import { communityRefusals, readHouseholds } from '../../community/index.ts'
import type { Commands, Readers } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { deleteProtected, insertProtected, selectProtected } from './protection.store.ts'

/**
 * Enters that the village voted to protect a household: a share of what is scarce is kept for those
 * who are. The record says only that it happened.
 * @throws Refusal 'own_household_protected', 'unknown_household', 'already_protected', 'vote_in_future'
 */
export async function protectHousehold(
  { act }: Commands,
  actor: Actor,
  key: string,
  { householdId, resolvedOn }: { readonly householdId: string; readonly resolvedOn: string },
): Promise<Record<string, never>> {
  const input = { householdId, resolvedOn }
  return act({ name: 'protect-household', actor, key, input }, async (tx) => {
    if (householdId === actor.householdId) throw refuse('own_household_protected')
    if (resolvedOn > civilDay(tx.now)) throw refuse('vote_in_future', { date: resolvedOn })
    const households = await readHouseholds(tx.db, tx.villageId, [householdId])
    if (!households.has(householdId)) throw communityRefusals('unknown_household')
    const row = { householdId, resolvedOn, enteredBy: actor.personId, enteredAt: tx.now }
    if (!(await insertProtected(tx.db, tx.villageId, row))) throw refuse('already_protected')
    const parts = [{ personId: actor.personId, payload: { householdId, resolvedOn } }]
    tx.append(protectionGranted({ public: {}, parts }))
    return {}
  })
}

/**
 * Ends a household's protection.
 * @throws Refusal 'own_household_protected', 'not_protected'
 */
export async function endProtection(
  { act }: Commands,
  actor: Actor,
  key: string,
  { householdId }: { readonly householdId: string },
): Promise<Record<string, never>> {
  return act({ name: 'end-protection', actor, key, input: { householdId } }, async (tx) => {
    if (householdId === actor.householdId) throw refuse('own_household_protected')
    if (!(await deleteProtected(tx.db, tx.villageId, householdId))) throw refuse('not_protected')
    const parts = [{ personId: actor.personId, payload: { householdId } }]
    tx.append(protectionEnded({ public: {}, parts }))
    return {}
  })
}

/** Who is protected; read by those who enter it, and by nobody else. */
export async function readProtected({ database }: Readers, { villageId }: Actor) {
  return database.inVillage(villageId, async (db) => {
    const found = await selectProtected(db, villageId)
    const households = await readHouseholds(db, villageId, [...found.keys()])
    return {
      items: [...found].map(([householdId, resolvedOn]) => {
        const household = households.get(householdId)
        return {
          householdId,
          houseNo: household?.houseNo ?? null,
          groupName: household?.groupName ?? null,
          headName: household?.headName ?? null,
          resolvedOn,
        }
      }),
    }
  })
}
