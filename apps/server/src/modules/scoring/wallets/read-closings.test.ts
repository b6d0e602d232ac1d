import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../test/participation-village.ts'
import { addPerson, call, type TestPerson } from '../../../../test/server.ts'
import { createWalletVillage, type WalletVillage } from '../../../../test/wallet-village.ts'
import { holdPoints } from '../../ledger/index.ts'

let village: WalletVillage
let cadre: TestPerson
let holding: TestPerson
beforeAll(async () => {
  village = await createWalletVillage({
    kind: 'carry_over',
    on: '04-10',
    keepPermille: 250,
    atMostHundredths: 2000,
  })
  cadre = await addPerson(village.test, { roles: ['committee'], joined: false })
  await village.joined()
  holding = await village.joined()
})
afterAll(() => village.test.close())

const closings = () => done(call(village.test, cadre, 'GET', '/api/wallet-closings'))
const walletsOf = (id: string, query = '') =>
  call(village.test, cadre, 'GET', `/api/wallet-closings/${id}/wallets${query}`)

it('tells the next day that the sheet names, then what was announced and would be dropped today, then what was', async () => {
  village.goTo('2026-03-01')
  expect(await closings()).toMatchObject({ items: [], planned: { closesOn: '2026-04-10' } })

  village.goTo('2026-03-11')
  await village.announce()
  const hold = { holdId: village.ledger.newId(), householdId: holding.householdId }
  await village.ledger.act((tx) => holdPoints(tx, { ...hold, pointsHundredths: 4000 }))
  const told = await closings()
  expect(told).toMatchObject({
    planned: null,
    items: [
      {
        state: 'announced',
        isEstimate: true,
        isTold: true,
        keepPermille: 250,
        wallets: 2,
        closedWallets: 0,
        losingWallets: 2,
        droppedHundredths: 16_000,
      },
    ],
  })
  const [{ closingId }] = told.items
  // What is set aside counts, and nobody reads whose it is.
  const { lines } = await done(walletsOf(closingId))
  const both = { countedHundredths: 10_000, keptHundredths: 2000, droppedHundredths: 8000 }
  expect(lines).toMatchObject([
    { no: 1, ...both },
    { no: 2, ...both },
  ])
  expect(JSON.stringify(lines)).not.toContain(holding.name)
  const first = await done(walletsOf(closingId, '?limit=1'))
  const second = await done(walletsOf(closingId, `?limit=1&cursor=${first.nextCursor}`))
  expect([...first.lines, ...second.lines]).toEqual(lines)

  village.goTo('2026-04-10', '00:01')
  await village.close()
  expect((await closings()).items).toMatchObject([
    {
      state: 'closed',
      isEstimate: false,
      wallets: 2,
      closedWallets: 2,
      droppedHundredths: 16_000,
      endedAt: '2026-04-09T16:01:00.000Z',
    },
  ])
  expect((await done(walletsOf(closingId))).lines).toMatchObject([both, both])
})

it('knows no other close, and is for those whose office it is', async () => {
  expect(await refused(walletsOf(village.test.server.newId()))).toBe('404 unknown_wallet_closing')
  const asked = call(village.test, holding, 'GET', '/api/wallet-closings')
  expect(await refused(asked)).toBe('403 role_required')
})
