import { anyRows } from '../../../platform/contributions.ts'
import type { Module } from '../../../platform/module.ts'
import type { ShopParts } from '../shop/parts.ts'
import { registerGiftRoutes } from './gift.routes.ts'
import { selectUnevenGifts } from './gift.store.ts'
import { readGiftsOf } from './read-gifts.ts'

/** More than a household gives in ten years. */
const EVERY = 5_000

export const giftsSubmodule: Module<ShopParts> = {
  name: 'gifts',
  routes: registerGiftRoutes,
  checks: [selectUnevenGifts],
  duties: [{ judges: {}, judgesNothing: ['POST /api/gifts'] }],
  dataBank: [
    {
      shape: { gifts: anyRows },
      counted: { gifts: { zh: '送给别家和别家送来的积分', en: 'Points given and received' } },
      read: async (_, { db, actor: { villageId, householdId } }) => ({
        gifts: householdId === null ? [] : await readGiftsOf(db, { villageId, householdId }, EVERY),
      }),
    },
  ],
}
