import type { RuleItem, RuleSheet } from '@azalea/scoring'
import { describe, expect, it } from 'vitest'
import { estimateHundredths } from './estimate-award.ts'

const item: RuleItem = {
  ref: 'V1',
  category: 'V',
  name: { zh: '清扫河道', en: 'Stream cleaning' },
  kind: 'merit',
  base: {
    kind: 'per_unit',
    unit: 'hour',
    perUnits: 1,
    pointsHundredths: 100,
    partUnits: 'pro_rata',
  },
  unit: { zh: '小时', en: 'hour' },
  verifier: { zh: '负责人', en: 'leader' },
  verifierRoles: ['post_leader'],
  evidenceKinds: ['check_in'],
  caps: [{ scope: 'household', of: 'item', window: 'month', atMostHundredths: 1000 }],
  noticeDays: 7,
  expiry: { kind: 'never' },
  repair: [],
  publicity: 'named_with_consent',
  stages: [
    { stage: 'base' },
    {
      stage: 'circumstances',
      each: [
        {
          code: 'night',
          name: { zh: '夜间', en: 'at night' },
          permille: 2000,
          daily: { from: '22:00', to: '06:00' },
        },
        { code: 'in_water', name: { zh: '下水', en: 'in the water' }, permille: 1500 },
      ],
    },
    { stage: 'leader_score', permilleByScore: [0, 500, 1000, 1000, 1200] },
    { stage: 'cap' },
  ],
}

const sheet: RuleSheet = {
  schema: 'azalea-rule-sheet/1',
  villageId: '330109102259',
  title: { zh: '细则', en: 'Rules' },
  effectiveFrom: '2026-01-01',
  account: 'household',
  policies: {
    wallet: { kind: 'keep' },
    startingHundredths: 0,
    onlyHighest: 'same_deed',
    objectionAnswerWorkingDays: 7,
    withdrawalWorkingDays: 3,
  },
  categories: [{ ref: 'V', name: { zh: '志愿', en: 'Volunteering' } }],
  items: [
    item,
    {
      ...item,
      ref: 'V2',
      base: { kind: 'fixed', pointsHundredths: 200 },
      stages: [{ stage: 'base' }],
    },
  ],
  goods: [],
  sourceNote: '',
}

const morning = { startsAt: '2026-11-22T00:00:00.000Z', circumstances: [] }
const present = { checkedInAt: '2026-11-22T00:05:00.000Z', minutes: 90, leaderScore: 4 }

describe('the estimate of an award', () => {
  it('counts minutes and the score by the rules themselves', () => {
    expect(estimateHundredths(sheet, 'V1', morning, present)).toBe(150)
    expect(estimateHundredths(sheet, 'V1', morning, { ...present, leaderScore: 5 })).toBe(180)
    expect(estimateHundredths(sheet, 'V1', morning, { ...present, leaderScore: 2 })).toBe(75)
  })

  it('counts the hours of the night as the rules say, by the clocks of Shanghai', () => {
    const evening = { startsAt: '2026-11-22T13:00:00.000Z', circumstances: [] }
    const attendee = { checkedInAt: '2026-11-22T12:50:00.000Z', minutes: 120, leaderScore: 4 }
    // From 21:00 to 23:00: one hour single, one double.
    expect(estimateHundredths(sheet, 'V1', evening, attendee)).toBe(300)
  })

  it('counts what the proposal named for the shift, as the server does', () => {
    const inWater = { ...morning, circumstances: [{ code: 'in_water', name: '下水' }] }
    expect(estimateHundredths(sheet, 'V1', inWater, present)).toBe(225)
  })

  it('counts being there once where the item does not count time', () => {
    expect(estimateHundredths(sheet, 'V2', morning, present)).toBe(200)
  })

  it('is unknown before somebody came, left and was scored, or without the item', () => {
    expect(estimateHundredths(sheet, 'V1', morning, { ...present, checkedInAt: null })).toBeNull()
    expect(estimateHundredths(sheet, 'V1', morning, { ...present, minutes: null })).toBeNull()
    expect(estimateHundredths(sheet, 'V1', morning, { ...present, leaderScore: null })).toBeNull()
    expect(estimateHundredths(sheet, 'V9', morning, present)).toBeNull()
  })
})
