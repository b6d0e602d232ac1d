import type { SpecOf } from './calibration.ts'
import type {
  Band,
  BasePoints,
  Bilingual,
  Cap,
  Category,
  Circumstance,
  Expiry,
  PermilleByScore,
  Repair,
  RuleGood,
  RuleItem,
  RuleSheet,
  SheetPolicies,
  StageSpec,
  WalletPolicy,
} from './rule-sheet.ts'
import { flag, integer, listOf, object, oneOf, optional, text, union } from './shape.ts'
import type { JsonSchema, Shape } from './shape.ts'

const MOST_HUNDREDTHS = 10_000_000
const MOST_QUANTITY = 100_000_000

const bilingual = object<Bilingual>({ zh: text({ atMost: 300 }), en: text({ atMost: 500 }) })
const ref = text({
  atMost: 64,
  pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
  wordsZh: '字母、数字、点、横线组成的编号',
  wordsEn: 'a reference of letters, digits, dots and dashes',
})
/** Category refs may be the sheet's own Chinese words. */
const categoryRef = text({ atMost: 64 })
const points = integer(1, MOST_HUNDREDTHS)
const quantity = integer(1, MOST_QUANTITY)
const permille = integer(0, 10_000)
const civilDay = text({
  atMost: 10,
  pattern: /^\d{4}-\d{2}-\d{2}$/,
  wordsZh: '年-月-日（如 2026-03-01）',
  wordsEn: 'a day such as 2026-03-01',
})
const dayOfYear = text({
  atMost: 5,
  pattern: /^\d{2}-\d{2}$/,
  wordsZh: '月-日（如 01-10）',
  wordsEn: 'a day of the year such as 01-10',
})
const timeOfDay = text({
  atMost: 5,
  pattern: /^([01]\d|2[0-3]):[0-5]\d$/,
  wordsZh: '时:分（如 22:00）',
  wordsEn: 'a time such as 22:00',
})
const unit = oneOf('time', 'minute', 'hour', 'gram', 'jin', 'kg', 'yuan', 'person', 'piece', 'star')
const scope = oneOf('person', 'household')
const span = oneOf('day', 'month', 'quarter', 'year', 'lifetime')

const base: Shape<BasePoints> = union<'kind', BasePoints>('kind', {
  fixed: object({ kind: oneOf('fixed'), pointsHundredths: points }),
  per_unit: object({
    kind: oneOf('per_unit'),
    unit,
    perUnits: integer(1, 1_000_000),
    pointsHundredths: points,
    partUnits: oneOf('pro_rata', 'whole_only'),
  }),
  bands: object({
    kind: oneOf('bands'),
    unit,
    over: oneOf('each', 'day', 'month', 'quarter', 'year', 'lifetime'),
    scope,
    bands: listOf(object<Band>({ ref, fromQuantity: quantity, totalHundredths: points }), 1, 50),
  }),
})

const cap = object<Cap>({
  scope,
  of: oneOf('item', 'category', 'source'),
  window: span,
  atMostHundredths: optional(points),
  atMostCount: optional(integer(1, 1_000_000)),
})

const permilleByScore: Shape<PermilleByScore> = {
  schema: listOf(permille, 5, 5).schema,
  read(value, path, problems) {
    const read = listOf(permille, 5, 5).read(value, path, problems)
    if (read === undefined) return undefined
    const [one = 0, two = 0, three = 0, four = 0, five = 0] = read
    return [one, two, three, four, five]
  },
}

const circumstance = object<Circumstance>({
  code: ref,
  name: bilingual,
  permille,
  daily: optional(object({ from: timeOfDay, to: timeOfDay })),
})

const stage: Shape<StageSpec> = union<'stage', StageSpec>('stage', {
  base: object<SpecOf<'base'>>({ stage: oneOf('base'), creditAtMostQuantity: optional(quantity) }),
  circumstances: object({ stage: oneOf('circumstances'), each: listOf(circumstance, 1, 20) }),
  leader_score: object({ stage: oneOf('leader_score'), permilleByScore }),
  spot_check: object({
    stage: oneOf('spot_check'),
    permilleByScore,
    weightPermille: integer(501, 1000),
  }),
  passers_by: object({
    stage: oneOf('passers_by'),
    permilleByScore,
    atLeastRatings: integer(1, 1000),
  }),
  upheld_reports: object({
    stage: oneOf('upheld_reports'),
    lessPermilleEach: integer(1, 1000),
  }),
  repeat: object({ stage: oneOf('repeat'), factorPermille: integer(1001, 10_000) }),
  only_highest: object({ stage: oneOf('only_highest') }),
  cap: object({ stage: oneOf('cap') }),
  rounding: object({
    stage: oneOf('rounding'),
    toHundredths: integer(2, 10_000),
    mode: oneOf('half_away_from_zero', 'toward_zero'),
  }),
})

const expiry: Shape<Expiry> = union<'kind', Expiry>('kind', {
  never: object({ kind: oneOf('never') }),
  after_months: object({
    kind: oneOf('after_months'),
    months: integer(1, 120),
  }),
  until_mended: object<Extract<Expiry, { kind: 'until_mended' }>>({
    kind: oneOf('until_mended'),
    atMostMonths: optional(integer(1, 120)),
  }),
})

const repair: Shape<Repair> = union<'by', Repair>('by', {
  mending: object({ by: oneOf('mending'), restoresPermille: integer(1, 1000) }),
  volunteering: object({
    by: oneOf('volunteering'),
    minutes: integer(1, 100_000),
    restoresPermille: integer(1, 1000),
  }),
})

const item = object<RuleItem>({
  ref,
  category: categoryRef,
  name: bilingual,
  kind: oneOf('merit', 'deduction'),
  base,
  unit: bilingual,
  verifier: bilingual,
  verifierRoles: listOf(
    oneOf(
      'counterpart',
      'post_leader',
      'group_leader',
      'technician',
      'committee',
      'supervisor',
      'town_officer',
    ),
    0,
    7,
  ),
  evidenceKinds: listOf(
    oneOf(
      'scan',
      'check_in',
      'photo',
      'signature',
      'certificate',
      'notice',
      'inspection',
      'witness',
      'decision',
      'rating',
    ),
    0,
    10,
  ),
  caps: listOf(cap, 0, 20),
  source: optional(ref),
  exclusiveGroup: optional(ref),
  isOwn: optional(flag),
  noticeDays: integer(0, 90),
  expiry,
  repair: listOf(repair, 0, 2),
  publicity: oneOf('named_with_consent', 'masked', 'totals_only', 'private'),
  stages: listOf(stage, 1, 12),
})

const good = object<RuleGood>({
  ref,
  category: categoryRef,
  name: bilingual,
  unit: bilingual,
  verifier: bilingual,
  costHundredths: points,
  initialStock: optional(integer(0, 1_000_000)),
  returnDays: optional(integer(0, 60)),
})

const wallet: Shape<WalletPolicy> = union<'kind', WalletPolicy>('kind', {
  keep: object({ kind: oneOf('keep') }),
  reset: object({ kind: oneOf('reset'), on: dayOfYear }),
  carry_over: object<Extract<WalletPolicy, { kind: 'carry_over' }>>({
    kind: oneOf('carry_over'),
    on: dayOfYear,
    keepPermille: integer(1, 1000),
    atMostHundredths: optional(points),
  }),
})

const policies = object<SheetPolicies>({
  wallet,
  startingHundredths: integer(0, MOST_HUNDREDTHS),
  gifts: optional(object({ atMostHundredthsPerMonth: points })),
  onlyHighest: oneOf('same_deed', 'same_group'),
  objectionAnswerWorkingDays: integer(1, 7),
  withdrawalWorkingDays: integer(1, 30),
  ownItems: optional(
    object({
      atMostMerits: integer(0, 100),
      atMostDeductions: integer(0, 100),
      atMostHundredthsEach: points,
    }),
  ),
})

/** The shape of `azalea-rule-sheet/1`, without the rules that span several fields. */
export const ruleSheetShape = object<RuleSheet>({
  schema: oneOf('azalea-rule-sheet/1'),
  villageId: text({
    atMost: 12,
    pattern: /^\d{12}$/,
    wordsZh: '12 位区划代码',
    wordsEn: 'a 12-digit division code',
  }),
  title: bilingual,
  effectiveFrom: civilDay,
  account: oneOf('household'),
  policies,
  categories: listOf(object<Category>({ ref: categoryRef, name: bilingual }), 1, 100),
  items: listOf(item, 1, 1000),
  goods: listOf(good, 0, 1000),
  sourceNote: text({ atMost: 2000 }),
})

/** The same shape as JSON Schema (2020-12), for editors and other languages. */
export const ruleSheetJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:azalea:rule-sheet:1',
  title: 'azalea-rule-sheet/1',
  ...ruleSheetShape.schema,
}
