import { z } from 'zod'
import { anyRows, type Reading } from '../../platform/contributions.ts'
import type { Module } from '../../platform/module.ts'
import { readBalances, readEntries } from './account.store.ts'
import { checkLedger } from './check-ledger.ts'

/** More than a busy household gathers in ten years. */
const EVERY = 50_000
const points = z.int().meta({ description: 'Hundredths of a point' })
const balances = { honourHundredths: points, walletHundredths: points }

export const ledgerModule: Module<unknown> = {
  name: 'ledger',
  checks: [checkLedger],
  home: [{ shows: { shape: balances, read: (_, reading) => readOwnBalances(reading) } }],
  dataBank: [
    {
      shape: {
        account: z.object({ ...balances, entries: anyRows }),
      },
      read: async (_, reading) => ({
        account: { ...(await readOwnBalances(reading)), entries: await readOwnEntries(reading) },
      }),
    },
  ],
}

async function readOwnBalances({ db, actor: { villageId, householdId } }: Reading) {
  return householdId === null
    ? { honourHundredths: 0, walletHundredths: 0 }
    : readBalances(db, villageId, householdId)
}

async function readOwnEntries({ db, actor: { villageId, householdId } }: Reading) {
  if (householdId === null) return []
  const entries = await readEntries(db, villageId, householdId, {
    units: ['honour', 'wallet'],
    after: null,
    limit: EVERY,
  })
  return entries.map((entry) => ({ ...entry, postedAt: entry.postedAt.toISOString() }))
}
