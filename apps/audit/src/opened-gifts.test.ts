import { beforeEach, expect, it } from 'vitest'
import { SyntheticVillage } from '../test/synthetic-village.ts'
import { Findings } from './findings.ts'
import { OpenedGifts } from './opened-gifts.ts'
import { Sheets } from './village-state/sheets.ts'

const garden = new SyntheticVillage({ households: 1, days: 1, ratingsADay: 0, shiftsADay: 0 }).sheet
let findings: Findings
let gifts: OpenedGifts
beforeEach(() => {
  findings = new Findings()
  const sheets = new Sheets()
  const policies = { ...garden.policies, gifts: { atMostHundredthsPerMonth: 5000 } }
  const dates = { effectiveFrom: '2026-03-01', adoptedOn: '2026-03-01' }
  sheets.adopt({ hash: 's'.repeat(64), ...dates, sheet: { ...garden, policies } })
  gifts = new OpenedGifts(findings, sheets)
})
const details = () => findings.kept.map(({ index, detail }) => `${index}: ${detail}`)
const partsOf = (fromHousehold: string, pointsHundredths: number, other = pointsHundredths) => [
  JSON.stringify({ giftId: 'g', pointsHundredths, toHousehold: 'z' }),
  JSON.stringify({ giftId: 'g', pointsHundredths: other, fromHousehold }),
]

it('names what a household gave above the month’s limit, and parts that tell of other points', () => {
  gifts.take(1, '2026-03-30', partsOf('a', 3000))
  gifts.take(2, '2026-03-31', partsOf('b', 3000))
  gifts.take(3, '2026-03-31', partsOf('a', 2000))
  gifts.take(4, '2026-04-01', partsOf('a', 5000))
  expect(details()).toEqual([])
  gifts.take(5, '2026-04-30', partsOf('a', 1))
  gifts.take(6, '2026-05-01', partsOf('a', 1, 2))
  expect(details()).toEqual([
    '5: with it a household gave 5001 in 2026-04, the sheet allows 5000',
    '6: its two parts tell of other points',
  ])
})

it('passes over what stays closed, and what cannot be read', () => {
  gifts.take(1, '2026-03-30', [])
  gifts.take(2, '2026-03-30', ['{"giftId":7}'])
  gifts.take(3, '2026-03-30', partsOf('a', 9000).slice(0, 1)) // the receiver was erased
  expect(details()).toEqual([])
})
