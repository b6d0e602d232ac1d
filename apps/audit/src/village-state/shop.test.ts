import type { LeafOfKind } from '@azalea/records'
import { beforeEach, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { Accounts } from './accounts.ts'
import { Shop } from './shop.ts'
import { newTally } from './tally.ts'

type Told = LeafOfKind<'wallet.counted'>

const household = 'h'.repeat(22) as Told['public']['household']
const lot = 'l'.repeat(22) as LeafOfKind<'shop.stock-corrected'>['public']['lot']
const cameIn = { lot, good: 'r182', quantity: 2, expiresOn: null } as const
const [soap, noodles] = ['s'.repeat(22), 'n'.repeat(22)]

let findings: Findings
let accounts: Accounts
let shop: Shop
let tally: ReturnType<typeof newTally>
beforeEach(() => {
  findings = new Findings()
  accounts = new Accounts()
  shop = new Shop()
  tally = newTally()
})
const village = () => ({ findings, accounts, tally })
const details = () => findings.kept.map(({ code, detail }) => `${code}: ${detail}`)
const counted = (week: string, at: string, spentHundredths = 2000) =>
  ({ at, public: { household, week, spentHundredths } }) as Told

it('takes what is reserved, fetched and given back, and what a week came to', () => {
  accounts.count('2026-03-11')
  shop.enterLot(village(), 0, cameIn)
  shop.reserve(village(), 0, '2026-03-02', soap)
  shop.reserve(village(), 1, '2026-03-02', noodles)
  shop.end(village(), 2, noodles)
  shop.redeem(village(), 3, '2026-03-03', soap)
  const reopened = new Shop()
  reopened.load(JSON.parse(JSON.stringify(shop.toJson())))
  reopened.giveBack(village(), 4, soap)
  reopened.count(village(), 5, counted('2026-03-02', '2026-03-11', 2000))
  reopened.count(village(), 6, counted('2026-03-09', '2026-03-18', -500))
  accounts.count('2026-03-20')
  expect(details()).toEqual([])
  expect(reopened.stock()).toEqual({ lots: 1, pieces: 2, purchases: 0 })
  expect(tally).toMatchObject({ fetched: 1, givenBack: 1 })
  expect(accounts.spentBy(household)).toBe(1500)
  expect(accounts.spentHundredths).toBe(1500)
  expect([...accounts.households()]).toEqual([[household, 0]])
})

it('names purchases of more than came in, after a count too, and of a shop without stock', () => {
  shop.reserve(village(), 0, '2026-03-02', soap)
  shop.enterLot(village(), 1, cameIn)
  shop.reserve(village(), 2, '2026-03-02', noodles)
  shop.correct(village(), 3, { lot, quantity: -1, why: 'counted' })
  shop.end(village(), 4, noodles)
  shop.redeem(village(), 5, '2026-03-03', soap)
  shop.prune('2026-12-31')
  shop.reserve(village(), 6, '2026-12-31', noodles)
  expect(details()).toEqual([
    'shop_wrong: pieces: 0, purchases: 1',
    'shop_wrong: pieces: 1, purchases: 2',
    'shop_wrong: pieces: 1, purchases: 2',
  ])
})

it('names what was never reserved, fetched twice, or given back without being fetched', () => {
  shop.enterLot(village(), 0, cameIn)
  shop.redeem(village(), 0, '2026-03-02', soap)
  shop.reserve(village(), 1, '2026-03-02', noodles)
  shop.giveBack(village(), 2, noodles)
  expect(details()).toEqual([
    `shop_wrong: no purchase ${soap} is reserved`,
    `shop_wrong: no purchase ${noodles} is fetched`,
  ])
})

it('names stock below nothing, and lots that never came in', () => {
  const corrected = { lot, quantity: -3, why: 'spoiled' } as const
  shop.correct(village(), 0, corrected)
  shop.enterLot(village(), 1, cameIn)
  shop.correct(village(), 2, corrected)
  expect(details()).toEqual([
    `shop_wrong: no lot ${lot} came in`,
    `shop_wrong: lot ${lot} would have -1`,
  ])
})

it('names a week that is counted twice, before it is over, or that begins no week', () => {
  shop.count(village(), 0, counted('2026-03-02', '2026-03-08'))
  shop.count(village(), 1, counted('2026-03-02', '2026-03-11'))
  shop.count(village(), 2, counted('2026-03-03', '2026-03-18'))
  expect(details()).toEqual([
    'wallet_wrong: the week of 2026-03-02 was not over',
    `wallet_wrong: household ${household}: the week of 2026-03-02 is counted already`,
    'wallet_wrong: 2026-03-03 begins no week',
  ])
})
