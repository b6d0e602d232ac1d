import type { Amount } from '@azalea/produce-rules'
import { starterList, type KeepCropInput } from '../modules/produce/index.ts'

const allYear = [101, 1231]
const kilograms = (amount: number) => amount * 1_000

/** What the village grows; on its land most of it is sown at any time of the year. */
export const crops = {
  cabbage: {
    kind: 'field',
    nameZh: '白菜',
    nameEn: 'Cabbage',
    variety: '早熟5号',
    daysToMaturity: 55,
    harvestDays: 19,
    sowing: allYear,
    yieldGrams: kilograms(800),
    unit: 'jin',
    pieceGrams: null,
    isRetired: false,
    tasks: [
      { kind: 'thin', afterDays: 10, withinDays: 5, times: 1, everyDays: 1, needsPhoto: false },
      {
        kind: 'fertilise',
        afterDays: 18,
        withinDays: 5,
        times: 1,
        everyDays: 1,
        needsPhoto: false,
      },
      { kind: 'weed', afterDays: 30, withinDays: 7, times: 1, everyDays: 1, needsPhoto: false },
    ],
  },
  radish: {
    kind: 'field',
    nameZh: '萝卜',
    nameEn: 'Radish',
    variety: '四季萝卜',
    daysToMaturity: 60,
    harvestDays: 28,
    sowing: allYear,
    yieldGrams: kilograms(1_000),
    unit: 'jin',
    pieceGrams: null,
    isRetired: false,
    tasks: [
      { kind: 'thin', afterDays: 14, withinDays: 5, times: 1, everyDays: 1, needsPhoto: false },
    ],
  },
  greens: {
    kind: 'field',
    nameZh: '青菜',
    nameEn: 'Pak choi',
    variety: '上海青',
    daysToMaturity: 40,
    harvestDays: 15,
    sowing: allYear,
    yieldGrams: kilograms(800),
    unit: 'jin',
    pieceGrams: null,
    isRetired: false,
    tasks: [
      { kind: 'thin', afterDays: 8, withinDays: 4, times: 1, everyDays: 1, needsPhoto: false },
      { kind: 'weed', afterDays: 13, withinDays: 4, times: 1, everyDays: 1, needsPhoto: false },
      { kind: 'fertilise', afterDays: 18, withinDays: 5, times: 1, everyDays: 1, needsPhoto: true },
    ],
  },
  soybeans: {
    kind: 'field',
    nameZh: '毛豆',
    nameEn: 'Green soybeans',
    variety: null,
    daysToMaturity: 80,
    harvestDays: 14,
    sowing: [320, 430, 701, 805],
    yieldGrams: kilograms(600),
    unit: 'jin',
    pieceGrams: null,
    isRetired: false,
    tasks: [],
  },
  eggs: {
    kind: 'flock',
    nameZh: '鸡蛋',
    nameEn: 'Eggs',
    variety: '林下土鸡',
    daysToMaturity: 7,
    harvestDays: 70,
    sowing: allYear,
    yieldGrams: 2_000,
    unit: 'piece',
    pieceGrams: 50,
    isRetired: false,
    tasks: [
      { kind: 'clean', afterDays: 10, withinDays: 4, times: 2, everyDays: 30, needsPhoto: false },
      {
        kind: 'vaccinate',
        afterDays: 21,
        withinDays: 7,
        times: 1,
        everyDays: 1,
        needsPhoto: false,
      },
    ],
  },
} as const satisfies Record<string, KeepCropInput>

export type SeasonCrop = keyof typeof crops

const invented = {
  crops: ['白菜', '萝卜', '青菜'],
  unit: 'g',
  reEntryHours: 24,
  validFrom: '2026-01-01',
  validTo: null,
  source: '演示村自编，不是真的登记；真的清单要照手里的标签填',
} as const

/** What the demonstration adds to the first list: invented lines that say so. */
export const approvedUses: typeof starterList = [
  ...starterList,
  {
    ...invented,
    kind: 'pesticide',
    name: '苦参碱（演示）',
    registrationNumber: '演示-农药-07',
    substances: ['苦参碱'],
    leastPerMu: 30_000,
    mostPerMu: 60_000,
    mostUses: 2,
    preHarvestDays: 7,
    isOrganic: true,
  },
  {
    ...invented,
    kind: 'pesticide',
    name: '杀虫悬浮剂（演示）',
    registrationNumber: '演示-农药-14',
    substances: ['虫酰肼'],
    unit: 'ml',
    leastPerMu: 60_000,
    mostPerMu: 100_000,
    mostUses: 1,
    preHarvestDays: 14,
    isOrganic: false,
  },
  {
    ...invented,
    kind: 'fertiliser',
    name: '商品有机肥（演示）',
    registrationNumber: '演示-肥料-01',
    substances: [],
    leastPerMu: 200_000_000,
    mostPerMu: 400_000_000,
    mostUses: null,
    preHarvestDays: 0,
    reEntryHours: 0,
    isOrganic: true,
  },
]

interface Dose {
  readonly registrationNumber: string
  readonly amount: Amount
}

const spray: Dose = {
  registrationNumber: '演示-农药-07',
  amount: { unit: 'g', thousandths: 40_000 },
}
const strongSpray: Dose = {
  registrationNumber: '演示-农药-14',
  amount: { unit: 'ml', thousandths: 75_000 },
}
const compost: Dose = {
  registrationNumber: '演示-肥料-01',
  amount: { unit: 'g', thousandths: 280_000_000 },
}

/** On the visitor's plot; of the others by their place among the growers. */
export type Where = number | 'visitor' | 'garden' | 'flock'

interface AskedFor {
  readonly where: Where
  /** Of the season; a negative one is counted from its last day. */
  readonly day: number
  readonly crop: SeasonCrop
  readonly what: Dose
  readonly outcome: 'approved' | 'declined' | 'withdrawn' | 'open'
}

/** One plot stands within its interval at the end of the season; the others are free again. */
export const askedFor: readonly AskedFor[] = [
  { where: 1, day: 18, crop: 'cabbage', what: compost, outcome: 'approved' },
  { where: 5, day: 31, crop: 'cabbage', what: compost, outcome: 'approved' },
  { where: 0, day: 40, crop: 'cabbage', what: spray, outcome: 'approved' },
  { where: 2, day: 45, crop: 'cabbage', what: spray, outcome: 'declined' },
  { where: 3, day: 50, crop: 'cabbage', what: spray, outcome: 'withdrawn' },
  { where: 7, day: 58, crop: 'radish', what: spray, outcome: 'approved' },
  { where: 'visitor', day: -2, crop: 'greens', what: strongSpray, outcome: 'approved' },
  { where: 'visitor', day: -1, crop: 'greens', what: compost, outcome: 'open' },
  { where: 4, day: -1, crop: 'cabbage', what: compost, outcome: 'open' },
]

/** Day, place, crop, kilograms: what growers declare beside what they bring to the round. */
export const harvests: readonly (readonly [number, Where, SeasonCrop, number])[] = [
  ...[0, 1, 2, 3, 4, 5].flatMap((where) => [
    [70 + (where % 3), where, 'cabbage', 260 + 20 * where] as const,
    [77 + (where % 2), where, 'cabbage', 300 - 15 * where] as const,
  ]),
  [84, 7, 'radish', 320],
  [88, 7, 'radish', 260],
  [-2, 'garden', 'greens', 22],
  [45, 'flock', 'eggs', 8],
  [65, 'flock', 'eggs', 10],
  [85, 'flock', 'eggs', 9],
]
