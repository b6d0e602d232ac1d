import type { LeafOfKind } from '@azalea/records'
import type { WalletPolicy } from '@azalea/scoring'
import { addCivilDays } from '@azalea/text'
import { beforeEach, expect, it } from 'vitest'
import { SyntheticVillage } from '../../test/synthetic-village.ts'
import { Findings } from '../findings.ts'
import { Accounts } from './accounts.ts'
import { Closings } from './closings.ts'
import { Sheets } from './sheets.ts'

type Announced = LeafOfKind<'wallet.closing-announced'>
type Closed = LeafOfKind<'wallet.closed'>
type Ended = LeafOfKind<'wallet.closing-ended'>
const [one, other] = ['h'.repeat(22), 'i'.repeat(22)] as Closed['public']['household'][]
const garden = new SyntheticVillage({ households: 1, days: 1, ratingsADay: 0, shiftsADay: 0 }).sheet
const HASH = 's'.repeat(64)

let findings: Findings
let accounts: Accounts
let sheets: Sheets
let closings: Closings
const village = () => ({ findings, accounts, sheets })
const details = () => findings.kept.map(({ code, detail }) => `${code}: ${detail}`)
const adopt = (
  wallet: WalletPolicy,
  effectiveFrom: string,
  hash: string,
  adoptedOn = '2026-03-01',
) =>
  sheets.adopt({
    hash,
    effectiveFrom,
    adoptedOn,
    sheet: { ...garden, policies: { ...garden.policies, wallet } },
  })
beforeEach(() => {
  findings = new Findings()
  accounts = new Accounts()
  sheets = new Sheets()
  closings = new Closings()
  adopt({ kind: 'carry_over', on: '04-10', keepPermille: 500 }, '2026-03-01', HASH)
  accounts.count('2026-03-02')
  for (const household of [one!, other!])
    accounts.take('2026-03-02', { kind: 'granted', household, pointsHundredths: 5001 })
  accounts.count('2026-04-10')
})
const announce = (at = '2026-03-11', closesOn = '2026-04-10') =>
  closings.announce(village(), 0, {
    at,
    public: { dueOn: '2026-04-10', closesOn, sheet: HASH },
  } as Announced)
const close = (
  told: Partial<Closed['public']> = {},
  at = '2026-04-10',
  state = closings,
  closesOn = '2026-04-10',
) =>
  state.close(village(), 1, {
    at,
    public: {
      household: one!,
      closesOn,
      spentHundredths: 1,
      balanceHundredths: 5000,
      droppedHundredths: 2500,
      ...told,
    },
  } as Closed)
const end = (households: number, droppedHundredths: number, state = closings) =>
  state.end(village(), 2, {
    at: '2026-04-10',
    public: { closesOn: '2026-04-10', households, droppedHundredths },
  } as Ended)

it('takes each wallet once, of what the log holds, also by an auditor who was away', () => {
  announce()
  close()
  const reopened = new Closings()
  reopened.load(JSON.parse(JSON.stringify(closings.toJson())))
  close({ household: other!, balanceHundredths: 5000 }, '2026-04-11', reopened)
  end(2, 5000, reopened)
  accounts.count('2026-04-12')
  expect(details()).toEqual([])
  expect([accounts.grantedTo(one!), accounts.spentBy(one!)]).toEqual([2501, 1])
})

it('names other balances and losses, a second end, a day too early, and whoever was left out', () => {
  announce()
  close({ balanceHundredths: 4000, droppedHundredths: 2000 })
  close({ spentHundredths: 0, balanceHundredths: 3000, droppedHundredths: 3000 }, '2026-04-09')
  end(3, 1)
  const said = `wallet_wrong: household ${one}`
  expect(details()).toEqual([
    `${said}: it closes with 4000, it has 5000`,
    `${said}: it is closed on 2026-04-09, before 2026-04-10`,
    `${said}: it loses 3000, by the sheet 1500`,
    `${said}: its year of 2026-04-10 was ended before`,
    'wallet_wrong: wallets: 3, lost: 1; told before: 1, 5000',
    `wallet_wrong: household ${other} was left out of the end of 2026-04-10`,
  ])
})

it('names an end that was announced late, twice, for another day, or never', () => {
  announce('2026-03-12')
  announce('2026-03-11')
  closings.announce(village(), 0, {
    at: '2026-03-11',
    public: { dueOn: '2026-04-11', closesOn: '2026-04-11', sheet: HASH },
  } as Announced)
  close({}, '2026-05-01', closings, '2026-05-01')
  expect(details()).toEqual([
    'wallet_wrong: announced on 2026-03-12, the end of 2026-04-10 is not on 2026-04-10',
    'wallet_wrong: the end of 2026-04-10 was announced before',
    "wallet_wrong: the sheet in force on 2026-04-11 ends no wallets' year that day",
    `wallet_wrong: household ${one}: no end was announced for 2026-05-01`,
  ])
})

it('lets an end be called off where another sheet holds, and only there', () => {
  announce()
  closings.callOff(village(), 1, '2026-04-10')
  announce()
  adopt({ kind: 'keep' }, '2026-04-01', 't'.repeat(64))
  close()
  closings.callOff(village(), 2, '2026-04-10')
  closings.callOff(village(), 3, '2026-04-10')
  expect(details()).toEqual([
    'wallet_wrong: the sheet in force on 2026-04-10 is as it was announced',
    `wallet_wrong: household ${one}: another sheet is in force on 2026-04-10`,
    'wallet_wrong: the end of 2026-04-10 has begun',
    'wallet_wrong: no end was announced for 2026-04-10',
  ])
})

const endDay = (day: string, at = addCivilDays(day, 1), state = closings) =>
  state.closeDay(village(), 3, { at, public: { day } } as LeafOfKind<'day.closed'>)

it('names an end that the sheet says and nobody announced, and none that was called off or is adopted late', () => {
  endDay('2026-04-09')
  endDay('2026-04-10')
  expect(details()).toEqual([
    "wallet_wrong: by the sheet the wallets' year ended on 2026-04-10, which nobody announced",
  ])
  // Of 2027: adopted on 20 March and in force for three weeks, it could not be told thirty days ahead.
  adopt({ kind: 'reset', on: '04-01' }, '2027-03-21', 't'.repeat(64), '2027-03-20')
  adopt({ kind: 'keep' }, '2027-04-10', 'u'.repeat(64), '2027-03-20')
  endDay('2027-04-01')
  announce()
  adopt({ kind: 'keep' }, '2026-04-05', 'v'.repeat(64))
  closings.callOff(village(), 1, '2026-04-10')
  adopt({ kind: 'reset', on: '04-10' }, '2026-04-06', 'w'.repeat(64))
  endDay('2026-04-10')
  expect(details()).toHaveLength(1)
})

it('names an end that was announced and not done, once; the server was there on the day after', () => {
  announce()
  endDay('2026-04-09')
  const reopened = new Closings()
  reopened.load(JSON.parse(JSON.stringify(closings.toJson())))
  endDay('2026-04-10', '2026-04-13', reopened) // it was switched off for two days
  endDay('2026-04-11', '2026-04-13', reopened)
  endDay('2026-04-12', '2026-04-13', reopened)
  expect(details()).toEqual([])
  endDay('2026-04-13', '2026-04-14', reopened)
  endDay('2026-04-14', '2026-04-15', reopened)
  expect(details()).toEqual([
    'wallet_wrong: the end of 2026-04-10 was announced, and by 2026-04-13 not done',
  ])
})
