import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  PublishedSheetError,
  calibrate,
  capWindows,
  findItem,
  fromPublishedSheet,
  parseRuleSheet,
} from './index.ts'
import type { RuleItem, RuleSheet } from './index.ts'

interface PublishedJson {
  items: { ref: string; itemZh: string; points: number; cap?: string; unit: string }[]
  goods?: { ref: string; pointsCost: number }[]
  [key: string]: unknown
}

function readPublished(name: string): PublishedJson {
  const url = new URL(`../fixtures/rule-sheets/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8')) as PublishedJson
}

const villageId = '330109102259'
const luoyu = fromPublishedSheet(readPublished('luoyu'))
const baiyang = fromPublishedSheet(readPublished('baiyang'))
const wendeng = fromPublishedSheet(readPublished('wendeng-commons'), { villageId })

function itemOf(sheet: RuleSheet, ref: string): RuleItem {
  const item = findItem(sheet, ref)
  if (item === undefined) throw new Error(`no item ${ref}`)
  return item
}

/** Points of one occurrence with nothing granted before, or with so much in every window. */
function pointsOf(sheet: RuleSheet, ref: string, usedHundredths = 0, usedCount = 0): number {
  const occurredOn = '2026-05-20'
  const prior = capWindows(itemOf(sheet, ref), occurredOn).map((window) => ({
    scope: window.scope,
    of: window.of,
    key: window.key,
    window: window.window,
    usedHundredths,
    usedCount,
    usedQuantity: 0,
  }))
  const input = { itemRef: ref, quantity: 1, occurredOn, prior, competing: [] }
  return calibrate(sheet, input).pointsHundredths
}

describe.each([
  ['luoyu', luoyu],
  ['baiyang', baiyang],
  ['wendeng-commons', wendeng],
] as const)('the published sheet %s', (name, sheet) => {
  const published = readPublished(name)

  it('has every row, findable by its ref, with its words and its points', () => {
    for (const row of published.items) {
      const item = itemOf(sheet, row.ref)
      const { base } = item
      if (base.kind === 'bands') {
        const band = base.bands.find(({ ref }) => ref === row.ref)
        expect(band?.totalHundredths).toBe(row.points * 100)
      } else {
        expect(item.name.zh).toBe(row.itemZh)
        expect(pointsOf(sheet, row.ref)).toBe(row.points * 100)
      }
    }
    expect(sheet.goods.map(({ ref, costHundredths }) => [ref, costHundredths])).toEqual(
      (published.goods ?? []).map(({ ref, pointsCost }) => [ref, pointsCost * 100]),
    )
  })

  it('is a valid sheet', () => {
    expect(parseRuleSheet(sheet)).toEqual({ ok: true, sheet })
  })
})

describe('fromPublishedSheet', () => {
  it('reads titles, dates, villages and the two balances', () => {
    expect(luoyu.title).toEqual({ zh: '罗峪村积分细则', en: 'Luoyu points sheet' })
    expect([luoyu.villageId, luoyu.effectiveFrom]).toEqual(['430822103225', '2026-01-01'])
    expect(luoyu.policies.wallet).toEqual({ kind: 'reset', on: '01-10' })
    expect(baiyang.policies.wallet).toEqual({ kind: 'keep' })
    expect(luoyu.goods[0]?.initialStock).toBe(48)
  })

  it('reads the mechanisms of a common sheet', () => {
    expect(wendeng.policies).toEqual({
      wallet: { kind: 'keep' },
      startingHundredths: 100_000,
      onlyHighest: 'same_deed',
      objectionAnswerWorkingDays: 7,
      withdrawalWorkingDays: 3,
      ownItems: { atMostMerits: 5, atMostDeductions: 5, atMostHundredthsEach: 200 },
    })
    expect(itemOf(wendeng, 'r011').expiry).toEqual({ kind: 'after_months', months: 12 })
    expect(itemOf(wendeng, 'r087').expiry).toEqual({ kind: 'until_mended' })
    expect(itemOf(wendeng, 'r087').stages.map(({ stage }) => stage)).toEqual([
      'base',
      'repeat',
      'only_highest',
    ])
  })

  it('makes one item of the bands of cumulative hours', () => {
    const item = itemOf(wendeng, 'r005')
    expect(item.ref).toBe('r010')
    expect(item.base.kind === 'bands' && item.base.bands.map((band) => band.fromQuantity)).toEqual(
      [4, 10, 20, 50, 80, 100, 150, 200, 250, 300].map((hours) => hours * 60),
    )
    const window = { scope: 'person', of: 'item', key: 'r010', window: 'lifetime' } as const
    const points = (usedHours: number, hours: number): number =>
      calibrate(wendeng, {
        itemRef: 'r005',
        quantity: hours * 60,
        occurredOn: '2026-05-20',
        prior: [{ ...window, usedHundredths: 0, usedCount: 0, usedQuantity: usedHours * 60 }],
        competing: [],
      }).pointsHundredths
    expect(points(0, 3)).toBe(0)
    expect(points(3, 1)).toBe(100)
    expect(points(49, 1)).toBe(500)
    expect(points(0, 300)).toBe(5000)
    expect(points(300, 100)).toBe(0)
  })

  it('reads caps in words and caps that a unit implies', () => {
    expect(pointsOf(wendeng, 'r011', 200, 2)).toBe(100)
    expect(pointsOf(wendeng, 'r011', 300, 3)).toBe(0)
    expect(itemOf(wendeng, 'r011').caps[0]?.window).toBe('year')
    expect(itemOf(wendeng, 'r022').caps[0]?.window).toBe('month')
    expect(pointsOf(wendeng, 'r096', 100, 1)).toBe(0)
    expect(itemOf(wendeng, 'r096').caps[0]).toEqual({
      scope: 'person',
      of: 'item',
      window: 'quarter',
      atMostCount: 1,
    })
    for (const [ref, window] of [
      ['r193', 'month'],
      ['r194', 'quarter'],
      ['r195', 'year'],
    ] as const) {
      expect(itemOf(baiyang, ref).caps).toEqual([
        { scope: 'household', of: 'item', window, atMostCount: 1 },
      ])
    }
  })

  it('doubles a repeated deduction where the sheet says so', () => {
    const deed = { itemRef: 'r087', quantity: 1, occurredOn: '2026-05-20', competing: [] }
    const again = calibrate(wendeng, { ...deed, prior: [], sameInForce: 1 })
    expect(again.pointsHundredths).toBe(-1000)
  })

  it('lets the highest of a deed stand: help with a machine over plain help', () => {
    const used = { usedHundredths: 0, usedCount: 0 }
    const month = { scope: 'person', of: 'item', window: 'month' } as const
    const plain = calibrate(wendeng, {
      itemRef: 'r025',
      quantity: 1,
      occurredOn: '2026-05-20',
      prior: [],
      competing: [{ itemRef: 'r028', pointsHundredths: 300 }],
    })
    expect(plain.pointsHundredths).toBe(0)
    const rival = calibrate(wendeng, {
      itemRef: 'r022',
      quantity: 1,
      occurredOn: '2026-05-20',
      prior: [{ ...month, key: 'r022', ...used }],
      competing: [{ itemRef: 'r023', pointsHundredths: 100 }],
    })
    expect(rival.pointsHundredths).toBe(100)
  })

  it('tells who verifies and by what, from the words', () => {
    const verifier = (ref: string): unknown => {
      const { verifierRoles, evidenceKinds } = itemOf(luoyu, ref)
      return [verifierRoles, evidenceKinds]
    }
    expect(verifier('r153')).toEqual([['committee'], ['scan', 'decision']])
    expect(verifier('r164')).toEqual([['counterpart'], ['witness', 'photo', 'decision']])
    expect(verifier('r166')).toEqual([['committee'], ['signature']])
    expect(verifier('r172')).toEqual([['committee'], ['decision']])
  })

  it('reads points with decimals exactly', () => {
    const row = { ...readPublished('luoyu').items[0], points: 0.29 }
    const sheet = fromPublishedSheet({ ...readPublished('luoyu'), items: [row] })
    expect(sheet.items[0]?.base).toEqual({ kind: 'fixed', pointsHundredths: 29 })
  })

  it('is what the Dashigai sheet takes from Luoyu', () => {
    const parsed = parseRuleSheet(readPublished('dashigai-garden'))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    const refs = new Set(luoyu.items.map(({ ref }) => ref))
    expect(parsed.sheet.items.filter(({ ref }) => refs.has(ref))).toEqual(luoyu.items)
    expect(parsed.sheet.goods).toEqual(luoyu.goods)
    expect(parsed.sheet.villageId).toBe(villageId)
  })

  it.each([
    ['a sheet that names no village', 'wendeng-commons', {}, '/villageCode'],
    ['a cap that cannot be read', 'luoyu', { cap: '别太多' }, '/items/r153/cap'],
    ['points of three decimals', 'luoyu', { points: 0.125 }, '/items/0/points'],
    ['zero points', 'luoyu', { points: 0 }, '/items/0/points'],
    ['a missing verifier', 'luoyu', { verifier: undefined }, '/items/0/verifier'],
    ['a ref that is none', 'luoyu', { ref: 'a b' }, '/items/0/ref'],
  ])('refuses %s and names the place', (_, name, change, path) => {
    const published = readPublished(name)
    const items = published.items.map((row, index) => (index === 0 ? { ...row, ...change } : row))
    expect(problemPaths(() => fromPublishedSheet({ ...published, items }))).toContain(path)
  })

  it('refuses a note that it cannot read rather than dropping it', () => {
    const published = readPublished('luoyu')
    const mechanisms = { lottery: 'a prize is drawn each month' }
    expect(problemPaths(() => fromPublishedSheet({ ...published, mechanisms }))).toEqual([
      '/mechanisms/lottery',
    ])
  })
})

function problemPaths(act: () => unknown): string[] {
  try {
    act()
  } catch (error) {
    if (error instanceof PublishedSheetError) return error.problems.map(({ path }) => path)
    throw error
  }
  return []
}
