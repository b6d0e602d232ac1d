import type { OfferKind, OfferUnit, OrderRule } from '@azalea/scoring/order'
import type { draftOffer } from '../modules/benefits/index.ts'

type OfferTerms = Parameters<typeof draftOffer>[3]

const KILOGRAM = 1_000

export const ruleNames = ['honour', 'bands', 'lot', 'less_received'] as const
export type RuleName = (typeof ruleNames)[number]

interface PlannedRule {
  readonly nameZh: string
  readonly nameEn: string
  readonly rule: OrderRule
  /** In which its amount is meant; of a rule without one nothing. */
  readonly unit?: OfferUnit
  /** The season's day on which it is drafted; it is voted a day later. */
  readonly day: number
  /** What the village looks at before it votes: last claims of a kind under this rule and another. */
  readonly comparedWith: {
    readonly kind: OfferKind
    readonly unit: OfferUnit
    readonly rule: RuleName
  } | null
}

const ruleOf = (
  precedence: OrderRule['precedence'],
  change: Partial<OrderRule> = {},
): OrderRule => ({
  schema: 'azalea-order-rule/1',
  precedence,
  ties: ['longer_wait'],
  floorPermille: 0,
  partial: true,
  ...change,
})

export const rules: Readonly<Record<RuleName, PlannedRule>> = {
  honour: {
    nameZh: '荣誉分高的在前',
    nameEn: 'More honour first',
    rule: ruleOf({ by: 'honour' }),
    day: 10,
    comparedWith: null,
  },
  bands: {
    nameZh: '荣誉分分三档，同档抽签',
    nameEn: 'Three bands of honour, by lot inside each',
    rule: ruleOf({ by: 'bands', fromHundredths: [2_000, 500] }, { ties: [] }),
    day: 40,
    comparedWith: { kind: 'course', unit: 'person', rule: 'honour' },
  },
  lot: {
    nameZh: '抽签',
    nameEn: 'By lot',
    rule: ruleOf({ by: 'lot' }, { ties: [] }),
    day: 12,
    comparedWith: null,
  },
  less_received: {
    nameZh: '卖菜：得过的往后让',
    nameEn: 'Sales: who had some before comes later',
    unit: 'kg',
    rule: ruleOf({ by: 'honour_less_received', halfAtQuantity: 60 * KILOGRAM }),
    day: 55,
    comparedWith: { kind: 'produce_sale', unit: 'kg', rule: 'honour' },
  },
}

const perHousehold = { claimant: 'household', ageFrom: null, ageTo: null } as const
/** Each grown member claims for themselves. */
const perPerson = { ...perHousehold, claimant: 'person' } as const

export interface PlannedOffer {
  readonly rule: RuleName
  /** The season's days; claims open at nine and close at five. */
  readonly opensOn: number
  readonly closesOn: number
  readonly claimants: number
  readonly leastQuantity: number
  readonly terms: Omit<
    OfferTerms,
    'orderRuleId' | 'opensAt' | 'closesAt' | 'honourSince' | 'groupNos'
  >
}

const greens = (opensOn: number, rule: RuleName): PlannedOffer => ({
  rule,
  opensOn,
  closesOn: opensOn + 2,
  claimants: 24,
  leastQuantity: 10 * KILOGRAM,
  terms: {
    kind: 'produce_sale',
    titleZh: '青菜 800 公斤先卖',
    titleEn: '800 kg of greens sold first',
    wordsZh: '合作社到村口收，A 级菜，每户最多 60 公斤。',
    wordsEn: 'The cooperative buys grade A at the village gate, 60 kg a household at most.',
    unit: 'kg',
    ...perHousehold,
    supplyQuantity: 800 * KILOGRAM,
    mostQuantity: 60 * KILOGRAM,
    answerWithinDays: 3,
    publishes: 'masked_names',
  },
})

const course = (opensOn: number, rule: RuleName): PlannedOffer => ({
  rule,
  opensOn,
  closesOn: opensOn + 2,
  claimants: 16,
  leastQuantity: 1,
  terms: {
    kind: 'course',
    titleZh: '直播卖货培训 8 个名额',
    titleEn: 'Eight seats in a course on selling online',
    wordsZh: '镇里的老师来村里讲两个晚上，谁想学谁自己申请。',
    wordsEn: 'A teacher from the town, two evenings; who wants to learn claims for themselves.',
    unit: 'person',
    ...perPerson,
    supplyQuantity: 8,
    mostQuantity: 1,
    answerWithinDays: 3,
    publishes: 'masked_names',
  },
})

/** Offers of seven kinds, two drawn by lot; one closes tomorrow, two wait for answers. */
export function plannedOffers(lastDay: number): PlannedOffer[] {
  return [
    greens(21, 'honour'),
    course(24, 'honour'),
    allotments,
    greens(42, 'honour'),
    course(48, 'bands'),
    roadJobs,
    house,
    greens(lastDay - 3, 'less_received'),
    trip(lastDay),
    tiller(lastDay - 3),
  ]
}

const allotments: PlannedOffer = {
  rule: 'lot',
  opensOn: 30,
  closesOn: 33,
  claimants: 18,
  leastQuantity: 1,
  terms: {
    kind: 'plot',
    titleZh: '村东六块空菜地，免租一年',
    titleEn: 'Six empty plots in the east, a year without rent',
    wordsZh: '每块二十平方米，抽签定，谁都可以申请。',
    wordsEn: 'Twenty square metres each, drawn by lot; everybody may claim one.',
    unit: 'piece',
    ...perHousehold,
    supplyQuantity: 6,
    mostQuantity: 1,
    answerWithinDays: 3,
    publishes: 'masked_names',
  },
}

const roadJobs: PlannedOffer = {
  rule: 'bands',
  opensOn: 58,
  closesOn: 61,
  claimants: 12,
  leastQuantity: 1,
  terms: {
    kind: 'village_job',
    titleZh: '村道养护工 3 名',
    titleEn: 'Three jobs on the village roads',
    wordsZh: '半天一班，村里付工钱，做到年底。',
    wordsEn: 'Half a day each shift, paid by the village, until the end of the year.',
    unit: 'person',
    ...perPerson,
    ageTo: 70,
    supplyQuantity: 3,
    mostQuantity: 1,
    answerWithinDays: 5,
    publishes: 'masked_names',
  },
}

const house: PlannedOffer = {
  rule: 'honour',
  opensOn: 65,
  closesOn: 70,
  claimants: 6,
  leastQuantity: 1,
  terms: {
    kind: 'house_for_rent',
    titleZh: '老供销社两间门面出租',
    titleEn: 'Two shop rooms of the old cooperative for rent',
    wordsZh: '租金照市价，谁先租按荣誉分排。',
    wordsEn: 'At the usual rent; who comes first goes by honour.',
    unit: 'piece',
    ...perHousehold,
    supplyQuantity: 2,
    mostQuantity: 1,
    answerWithinDays: 5,
    publishes: 'places_only',
  },
}

const trip = (lastDay: number): PlannedOffer => ({
  rule: 'bands',
  opensOn: lastDay - 1,
  closesOn: lastDay + 2,
  claimants: 10,
  leastQuantity: 1,
  terms: {
    kind: 'trip_place',
    titleZh: '去鲁家村看样板 20 个名额',
    titleEn: 'Twenty places on a trip to Lujia village',
    wordsZh: '一天来回，车和午饭村里管，每户最多两人。',
    wordsEn: 'There and back in a day, bus and lunch by the village, two of a household at most.',
    unit: 'person',
    ...perHousehold,
    supplyQuantity: 20,
    mostQuantity: 2,
    answerWithinDays: 2,
    publishes: 'masked_names',
  },
})

/** Enough for all who claim: what comes to them waits for their answers. */
const tiller = (opensOn: number): PlannedOffer => ({
  rule: 'lot',
  opensOn,
  closesOn: opensOn + 2,
  claimants: 8,
  leastQuantity: 1,
  terms: {
    kind: 'tool',
    titleZh: '微耕机借用 12 次',
    titleEn: 'Twelve loans of the small tiller',
    wordsZh: '冬翻前借一天，油钱自己出，用完洗净还回仓库。',
    wordsEn: 'For a day before the winter tilling; bring your own fuel, and bring it back clean.',
    unit: 'time',
    ...perHousehold,
    supplyQuantity: 12,
    mostQuantity: 1,
    answerWithinDays: 3,
    publishes: 'masked_names',
  },
})
