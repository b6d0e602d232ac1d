import {
  QUANTITY_PER_UNIT,
  stageOrder,
  type BasePoints,
  type Cap,
  type QuantityUnit,
  type RuleItem,
  type StageName,
  type StageSpec,
} from '@azalea/scoring'

export type SpecOf<Name extends StageName> = Extract<StageSpec, { stage: Name }>

/** The item's step of that name; undefined when it has none. */
export function stageOf<Name extends StageName>(
  item: RuleItem,
  name: Name,
): SpecOf<Name> | undefined {
  return item.stages.find((spec): spec is SpecOf<Name> => spec.stage === name)
}

/** The item with this step in place of its namesake, or where it may stand. */
export function withStage(item: RuleItem, spec: StageSpec): RuleItem {
  const { stages } = item
  if (stages.some(({ stage }) => stage === spec.stage))
    return { ...item, stages: stages.map((one) => (one.stage === spec.stage ? spec : one)) }
  const rank = stageOrder.indexOf(spec.stage)
  const at = stages.findIndex(({ stage }) => stageOrder.indexOf(stage) > rank)
  const before = at < 0 ? stages : stages.slice(0, at)
  return { ...item, stages: [...before, spec, ...stages.slice(before.length)] }
}

/**
 * The item with this rounding: what rounds up stands before the caps, since nothing after a cap may
 * exceed it.
 */
export function withRounding(item: RuleItem, spec: SpecOf<'rounding'>): RuleItem {
  const stages = item.stages.filter(({ stage }) => stage !== 'rounding')
  const cap = stages.findIndex(({ stage }) => stage === 'cap')
  const at = cap < 0 || spec.mode === 'toward_zero' ? stages.length : cap
  return { ...item, stages: [...stages.slice(0, at), spec, ...stages.slice(at)] }
}

export function withoutStage(item: RuleItem, name: StageName): RuleItem {
  return { ...item, stages: item.stages.filter(({ stage }) => stage !== name) }
}

/** A step as most villages have it. */
export function usualStage(name: StageName): StageSpec {
  switch (name) {
    case 'circumstances':
      return {
        stage: name,
        each: [
          {
            code: 'night',
            name: { zh: '夜间（22点至6点）', en: 'at night (22:00 to 06:00)' },
            permille: 1300,
            daily: { from: '22:00', to: '06:00' },
          },
        ],
      }
    case 'leader_score':
      return { stage: name, permilleByScore: [0, 600, 900, 1000, 1100] }
    case 'spot_check':
      return { stage: name, permilleByScore: [0, 600, 900, 1000, 1100], weightPermille: 600 }
    case 'passers_by':
      return { stage: name, permilleByScore: [800, 900, 1000, 1000, 1050], atLeastRatings: 3 }
    case 'upheld_reports':
      return { stage: name, lessPermilleEach: 300 }
    case 'repeat':
      return { stage: name, factorPermille: 2000 }
    case 'rounding':
      return { stage: name, toHundredths: 10, mode: 'toward_zero' }
    case 'base':
    case 'only_highest':
    case 'cap':
      return { stage: name }
  }
}

/** Caps and their step come and go together. */
export function withCaps(item: RuleItem, caps: Cap[]): RuleItem {
  const changed = { ...item, caps }
  return caps.length === 0 ? withoutStage(changed, 'cap') : withStage(changed, { stage: 'cap' })
}

/** The unit in which quantities of the item are written down; null for occurrences. */
export function unitOf({ base }: RuleItem): QuantityUnit | null {
  return base.kind === 'fixed' ? null : base.unit
}

/** How many small measures one of the item's units is: 60 minutes an hour. */
export function measuresOf(item: RuleItem): number {
  const unit = unitOf(item)
  return unit === null ? 1 : QUANTITY_PER_UNIT[unit]
}

/** Another way to come to points, keeping what the ways have in common. */
export function withBaseKind(item: RuleItem, kind: BasePoints['kind']): RuleItem {
  const { base } = item
  if (base.kind === kind) return item
  const unit = unitOf(item) ?? 'hour'
  const pointsHundredths =
    base.kind === 'bands' ? (base.bands[0]?.totalHundredths ?? 100) : base.pointsHundredths
  const first = { ref: `${item.ref}-1`, fromQuantity: QUANTITY_PER_UNIT[unit] }
  const bases: Record<BasePoints['kind'], BasePoints> = {
    fixed: { kind: 'fixed', pointsHundredths },
    per_unit: { kind: 'per_unit', unit, perUnits: 1, pointsHundredths, partUnits: 'pro_rata' },
    bands: {
      kind: 'bands',
      unit,
      over: 'year',
      scope: 'person',
      bands: [{ ...first, totalHundredths: pointsHundredths }],
    },
  }
  // The longest that one deed counts was said in the old measure.
  return withStage({ ...item, base: bases[kind] }, { stage: 'base' })
}

/** Another unit; bands keep their numbers, which were said in units. */
export function withUnit(item: RuleItem, unit: QuantityUnit): RuleItem {
  const { base } = item
  if (base.kind === 'fixed') return item
  const factor = QUANTITY_PER_UNIT[unit] / QUANTITY_PER_UNIT[base.unit]
  const changed: BasePoints =
    base.kind === 'per_unit'
      ? { ...base, unit }
      : {
          ...base,
          unit,
          bands: base.bands.map((band) => ({
            ...band,
            fromQuantity: Math.round(band.fromQuantity * factor),
          })),
        }
  return withStage({ ...item, base: changed }, { stage: 'base' })
}

/** What the law asks differs: a deduction needs proof and is never named, a merit is not repaired. */
export function withKind(item: RuleItem, kind: RuleItem['kind']): RuleItem {
  if (kind === item.kind) return item
  if (kind === 'deduction') {
    const publicity = item.publicity === 'private' ? 'private' : 'totals_only'
    return { ...item, kind, publicity, noticeDays: Math.max(item.noticeDays, 7) }
  }
  const expiry = item.expiry.kind === 'until_mended' ? { kind: 'never' as const } : item.expiry
  return withoutStage({ ...item, kind, expiry, repair: [], publicity: 'masked' }, 'repeat')
}

/** An item to begin with: a merit of one point that goes on notice for a week. */
export function newItem(ref: string, category: string): RuleItem {
  return {
    ref,
    category,
    name: { zh: '', en: '' },
    kind: 'merit',
    base: { kind: 'fixed', pointsHundredths: 100 },
    unit: { zh: '次', en: 'time' },
    verifier: { zh: '', en: '' },
    verifierRoles: [],
    evidenceKinds: [],
    caps: [],
    noticeDays: 7,
    expiry: { kind: 'never' },
    repair: [],
    publicity: 'masked',
    stages: [{ stage: 'base' }, { stage: 'only_highest' }],
  }
}
