import { describe, expect, it } from 'vitest'
import { stageOrder, type RuleItem, type RuleSheet } from '@azalea/scoring'
import {
  newItem,
  stageOf,
  usualStage,
  withBaseKind,
  withCaps,
  withKind,
  withoutStage,
  withRounding,
  withStage,
  withUnit,
} from './edit-item.ts'
import {
  addCategory,
  changesOf,
  freeRef,
  isUsed,
  newGood,
  problemsAt,
  problemsIn,
  problemsOf,
  problemsOfGood,
  putGood,
  putItem,
  removeGood,
  removeItem,
} from './edit-sheet.ts'
import { dayOfYear, partsOfDay } from './edit-policies.ts'

const sheetWith = (...items: RuleItem[]): RuleSheet => ({
  schema: 'azalea-rule-sheet/1',
  villageId: '330109102259',
  title: { zh: '细则', en: 'Sheet' },
  effectiveFrom: '2026-03-01',
  account: 'household',
  policies: {
    wallet: { kind: 'keep' },
    startingHundredths: 0,
    onlyHighest: 'same_deed',
    objectionAnswerWorkingDays: 7,
    withdrawalWorkingDays: 3,
  },
  categories: [{ ref: 'commons', name: { zh: '公共', en: 'Commons' } }],
  items,
  goods: [],
  sourceNote: '村里自拟',
})
const item: RuleItem = {
  ...newItem('watch', 'commons'),
  name: { zh: '村口值守', en: 'Watch' },
  verifier: { zh: '签到', en: 'Check-in' },
}
const namesOf = ({ stages }: RuleItem) => stages.map(({ stage }) => stage)

describe('editing an item', () => {
  it('puts steps where they may stand, whatever the order of choosing', () => {
    const chosen = ['rounding', 'cap', 'spot_check', 'leader_score', 'circumstances'] as const
    const all = chosen.reduce((so, name) => withStage(so, usualStage(name)), item)
    expect(namesOf(all)).toEqual(stageOrder.filter((name) => namesOf(all).includes(name)))
    const capped = withCaps(all, [{ scope: 'person', of: 'item', window: 'day', atMostCount: 1 }])
    expect(problemsOf(sheetWith(capped))).toEqual([])
    expect(namesOf(withCaps(capped, []))).not.toContain('cap')
    expect(stageOf(withoutStage(all, 'rounding'), 'rounding')).toBeUndefined()
    const halves = { stage: 'rounding', toHundredths: 50, mode: 'half_away_from_zero' } as const
    const rounded = withRounding(capped, halves)
    expect(namesOf(rounded).slice(-2)).toEqual(['rounding', 'cap'])
    expect(problemsOf(sheetWith(rounded))).toEqual([])
    expect(namesOf(withRounding(rounded, { ...halves, mode: 'toward_zero' })).at(-1)).toBe(
      'rounding',
    )
  })

  it.each(stageOrder.filter((name) => name !== 'cap'))(
    'offers a usual step that fits: %s',
    (name) => {
      const of = name === 'repeat' ? withKind(item, 'deduction') : item
      const proof: Partial<RuleItem> = { evidenceKinds: ['photo'], verifierRoles: ['committee'] }
      expect(problemsOf(sheetWith(withStage({ ...of, ...proof }, usualStage(name))))).toEqual([])
    },
  )

  it('changes between ways to come to points and between units', () => {
    const hours = withBaseKind(item, 'per_unit')
    expect(hours.base).toMatchObject({ unit: 'hour', perUnits: 1, pointsHundredths: 100 })
    const bands = withBaseKind(hours, 'bands')
    expect(bands.base).toMatchObject({ bands: [{ fromQuantity: 60, totalHundredths: 100 }] })
    expect(withUnit(bands, 'minute').base).toMatchObject({ bands: [{ fromQuantity: 1 }] })
    for (const one of [hours, bands, withBaseKind(bands, 'fixed')])
      expect(problemsOf(sheetWith(one))).toEqual([])
  })

  it('turns a merit into a deduction that is never named, and back', () => {
    const deduction = withKind(
      { ...item, noticeDays: 0, publicity: 'named_with_consent' },
      'deduction',
    )
    expect(deduction).toMatchObject({ publicity: 'totals_only', noticeDays: 7 })
    expect(problemsIn(sheetWith(deduction), 'watch').map(({ code }) => code)).toEqual([
      'proof_needed',
    ])
    const mended: RuleItem = {
      ...withStage(deduction, usualStage('repeat')),
      expiry: { kind: 'until_mended' },
      repair: [{ by: 'mending', restoresPermille: 1000 }],
    }
    expect(problemsOf(sheetWith(withKind(mended, 'merit')))).toEqual([])
  })
})

describe('editing a sheet', () => {
  const model = sheetWith(item, { ...item, ref: 'item-3' })

  it('tells what was added, changed and removed', () => {
    const ref = freeRef(model, model, '2026-04-10')
    expect(ref).toBe('item-20260410-1')
    const edited = removeItem(
      putItem(putItem(model, newItem(ref, 'commons')), { ...item, noticeDays: 5 }),
      'item-3',
    )
    const { added, changed, removed } = changesOf(model, edited).items
    const shown = [added, changed.map(({ now }) => now), removed]
    expect(shown.map((list) => list.map((one) => one.ref))).toEqual([[ref], ['watch'], ['item-3']])
    expect(freeRef(model, edited, '2026-04-10')).toBe('item-20260410-2')
  })

  it('tells what changed in goods and in what holds for the whole sheet', () => {
    const soap = { ...newGood('soap', 'commons'), name: { zh: '香皂', en: 'Soap' } }
    const shop = putGood(model, soap)
    expect(problemsOf(shop)).toEqual([])
    const dearer = putGood(shop, { ...soap, costHundredths: 2000 })
    expect(changesOf(shop, dearer)).toMatchObject({
      goods: { added: [], changed: [{ now: { costHundredths: 2000 }, before: soap }], removed: [] },
      parts: [],
    })
    expect(changesOf(shop, removeGood(shop, 'soap')).goods.removed).toEqual([soap])
    const policies = {
      ...model.policies,
      wallet: { kind: 'reset', on: dayOfYear(12, 31) },
    } as const
    expect(changesOf(model, { ...model, policies }).parts).toEqual(['policies'])
    expect(problemsOf({ ...model, policies })).toEqual([])
    expect(freeRef(shop, shop, '2026-04-10', 'good')).toBe('good-20260410-1')
    expect(problemsOfGood(putGood(model, newGood('x', 'nowhere')), 'x')).not.toEqual([])
  })

  it('reads and writes a day of the year, and lets none pass that is not written', () => {
    expect(partsOfDay('01-10')).toEqual({ month: 1, day: 10 })
    expect(dayOfYear(1, undefined)).toBe('01-00')
    expect(partsOfDay('01-00')).toEqual({ month: 1, day: undefined })
    for (const on of ['01-00', '00-10', '13-01', '02-30', dayOfYear(123, 4)])
      expect(
        problemsAt(
          { ...model, policies: { ...model.policies, wallet: { kind: 'reset', on } } },
          '/policies',
        ),
      ).toHaveLength(1)
  })

  it('lets a category go only when nothing stands in it', () => {
    expect(isUsed(model, 'commons')).toBe(true)
    expect(isUsed(addCategory(model, '互助', ''), '互助')).toBe(false)
    expect(isUsed(putGood(addCategory(model, '物品', ''), newGood('x', '物品')), '物品')).toBe(true)
  })

  it('adds a category once', () => {
    const once = addCategory(model, '互助', '')
    expect(once.categories.at(-1)).toEqual({ ref: '互助', name: { zh: '互助', en: '互助' } })
    expect(addCategory(once, '互助', 'Help')).toBe(once)
  })
})
