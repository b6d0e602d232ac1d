import type { LeafOfKind } from '@azalea/records'
import { beforeEach, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { SyntheticVillage } from '../../test/synthetic-village.ts'
import { Accounts } from './accounts.ts'
import { Sheets } from './sheets.ts'
import { Wallets } from './wallets.ts'

type Started = LeafOfKind<'wallet.started'>
const one = 'h'.repeat(22) as Started['public']['household']
const other = 'i'.repeat(22) as Started['public']['household']
const garden = new SyntheticVillage({ households: 1, days: 1, ratingsADay: 0, shiftsADay: 0 }).sheet

let findings: Findings
let accounts: Accounts
let sheets: Sheets
let wallets: Wallets
beforeEach(() => {
  findings = new Findings()
  accounts = new Accounts()
  sheets = new Sheets()
  wallets = new Wallets()
  const sheet = { ...garden, policies: { ...garden.policies, startingHundredths: 5000 } }
  sheets.adopt({
    hash: 's'.repeat(64),
    effectiveFrom: '2026-03-01',
    adoptedOn: '2026-03-01',
    sheet,
  })
})
const village = () => ({ findings, accounts, sheets })
const details = () => findings.kept.map(({ code, detail }) => `${code}: ${detail}`)
const started = (household = one, pointsHundredths = 5000, at = '2026-03-02') =>
  ({ at, public: { household, pointsHundredths, sheet: 's'.repeat(64) } }) as Started
const join = (household: string, day = '2026-03-02') => {
  accounts.count(day)
  accounts.take(day, { kind: 'joined', household })
  wallets.join(village(), day, household)
}

it('takes one start of each household, also of who joined before the sheet', () => {
  join(other, '2026-02-27')
  join(one)
  wallets.start(village(), 0, started())
  wallets.start(village(), 1, started(other))
  wallets.closeDay(village(), 2)
  const reopened = new Wallets()
  reopened.load(JSON.parse(JSON.stringify(wallets.toJson())))
  reopened.join(village(), '2026-03-03', one)
  reopened.closeDay(village(), 3)
  accounts.count('2026-03-03')
  expect(details()).toEqual([])
  expect([one, other].map((household) => accounts.grantedTo(household))).toEqual([5000, 5000])
})

it('names a second start, other points, who has not joined, and who got none', () => {
  join(one)
  wallets.start(village(), 0, started())
  wallets.start(village(), 1, started())
  wallets.start(village(), 2, started(other, 6000))
  join(other)
  const late = 'k'.repeat(22)
  join(late)
  wallets.closeDay(village(), 3)
  expect(details()).toEqual([
    `wallet_wrong: household ${one} has had its points to start with`,
    `wallet_wrong: household ${other} starts with 6000, it is 5000`,
    `wallet_wrong: household ${other} has not joined`,
    `wallet_wrong: household ${late} joined and got no points to start with`,
  ])
})

it('names a gift that the sheet does not allow, and one that is told twice', () => {
  const gift = 'g'.repeat(22)
  wallets.give(village(), 0, '2026-03-02', gift)
  const [adopted] = sheets.all
  if (adopted === undefined) throw new Error('no sheet')
  const policies = { ...adopted.sheet.policies, gifts: { atMostHundredthsPerMonth: 100 } }
  const sheet = { ...adopted.sheet, policies }
  sheets.adopt({
    hash: 't'.repeat(64),
    effectiveFrom: '2026-03-03',
    adoptedOn: '2026-03-01',
    sheet,
  })
  const other = 'k'.repeat(22)
  wallets.give(village(), 1, '2026-03-03', other)
  const reopened = new Wallets()
  reopened.load(JSON.parse(JSON.stringify(wallets.toJson())))
  reopened.give(village(), 2, '2026-03-04', other)
  expect(details()).toEqual([
    'wallet_wrong: a gift, which the sheet does not allow',
    `wallet_wrong: gift ${other} was given before`,
  ])
})
