import { isCivilDay, isDayOfYear } from '@azalea/text'
import type { BasePoints, RuleItem, RuleSheet, StageSpec } from './rule-sheet.ts'
import type { SheetProblem } from './shape.ts'
import { capUsageKey, usageKeyText } from './usage-windows.ts'

/** The largest merit a single occurrence may have to become final without public notice. */
export const INSTANT_AT_MOST_HUNDREDTHS = 100

type Report = (path: string, code: string, messageZh: string, messageEn: string) => void

/** What must hold across the fields of a sheet whose shape is already right. */
export function checkSheetRules(sheet: RuleSheet): SheetProblem[] {
  const problems: SheetProblem[] = []
  const report: Report = (path, code, messageZh, messageEn) => {
    problems.push({ path, code, messageZh, messageEn })
  }
  if (!isCivilDay(sheet.effectiveFrom)) {
    report('/effectiveFrom', 'bad_day', '日历上没有这一天。', 'There is no such day.')
  }
  const { wallet } = sheet.policies
  if (wallet.kind !== 'keep' && !isDayOfYear(wallet.on)) {
    const zh = '要写每年都有的一天（月-日）。'
    report('/policies/wallet/on', 'bad_day', zh, 'Must be a day that every year has.')
  }
  checkUnique(sheet, report)
  checkOwnItems(sheet, report)
  checkCategories(sheet, report)
  for (const [index, item] of sheet.items.entries()) {
    const at = `/items/${index}`
    checkBase(item.base, at, report)
    checkCaps(item, at, report)
    checkStages(item, at, report)
    checkDuties(item, at, report)
  }
  return problems
}

function checkCategories({ categories, items, goods }: RuleSheet, report: Report): void {
  const listed = new Set(categories.map(({ ref }) => ref))
  const entries = [
    ...items.map(({ category }, index) => ({ category, at: `/items/${index}` })),
    ...goods.map(({ category }, index) => ({ category, at: `/goods/${index}` })),
  ]
  for (const { category, at } of entries) {
    if (listed.has(category)) continue
    const zh = `类别表里没有“${category}”。`
    report(`${at}/category`, 'unknown_category', zh, `“${category}” is not among the categories.`)
  }
}

function checkUnique(sheet: RuleSheet, report: Report): void {
  const seen = new Set<string>()
  const note = (ref: string, path: string): void => {
    if (seen.has(ref))
      report(path, 'duplicate_ref', `“${ref}”用了两次。`, `“${ref}” is used twice.`)
    seen.add(ref)
  }
  for (const [index, item] of sheet.items.entries()) {
    note(item.ref, `/items/${index}/ref`)
    if (item.base.kind !== 'bands') continue
    for (const [band, { ref }] of item.base.bands.entries()) {
      // The item may carry the ref of its first band: the published row is both.
      if (ref !== item.ref) note(ref, `/items/${index}/base/bands/${band}/ref`)
    }
  }
  for (const [index, { ref }] of sheet.goods.entries()) note(ref, `/goods/${index}/ref`)
  const categories = new Set<string>()
  for (const [index, { ref }] of sheet.categories.entries()) {
    if (categories.has(ref)) {
      const path = `/categories/${index}/ref`
      report(path, 'duplicate_ref', `类别“${ref}”列了两次。`, `“${ref}” is listed twice.`)
    }
    categories.add(ref)
  }
}

function checkOwnItems(sheet: RuleSheet, report: Report): void {
  const { ownItems } = sheet.policies
  if (ownItems === undefined) return
  const own = [...sheet.items.entries()].filter(([, item]) => item.isOwn === true)
  const merits = own.filter(([, item]) => item.kind === 'merit').length
  if (merits > ownItems.atMostMerits || own.length - merits > ownItems.atMostDeductions) {
    report(
      '/items',
      'too_many_own_items',
      `本村自设事项最多 ${ownItems.atMostMerits} 项加分、${ownItems.atMostDeductions} 项扣分。`,
      `A village may add at most ${ownItems.atMostMerits} merits and ${ownItems.atMostDeductions} deductions.`,
    )
  }
  for (const [index, item] of own) {
    if (largestAmount(item.base) <= ownItems.atMostHundredthsEach) continue
    const limit = ownItems.atMostHundredthsEach / 100
    const zh = `本村自设事项每项最多 ${limit} 分。`
    report(`/items/${index}/base`, 'own_item_too_large', zh, `At most ${limit} points each.`)
  }
}

function checkBase(base: BasePoints, at: string, report: Report): void {
  if (base.kind !== 'bands') return
  for (const [index, band] of base.bands.entries()) {
    const lower = base.bands[index - 1]
    if (lower === undefined) continue
    if (band.fromQuantity > lower.fromQuantity && band.totalHundredths > lower.totalHundredths) {
      continue
    }
    report(
      `${at}/base/bands/${index}`,
      'bands_not_rising',
      '要一档比一档高：数量和累计分都要增加。',
      'Bands must rise, in quantity and in total.',
    )
  }
}

function checkCaps(item: RuleItem, at: string, report: Report): void {
  const seen = new Set<string>()
  for (const [index, cap] of item.caps.entries()) {
    const path = `${at}/caps/${index}`
    if (cap.atMostHundredths === undefined && cap.atMostCount === undefined) {
      report(
        path,
        'cap_without_limit',
        '封顶要写明最多多少分或多少次。',
        'A cap needs points or a count.',
      )
    }
    if (cap.of === 'source' && item.source === undefined) {
      const zh = '按来源封顶的事项，要写明来源。'
      report(path, 'cap_without_source', zh, 'A cap of a source needs the item to name one.')
    }
    const key = usageKeyText(capUsageKey(item, cap))
    if (seen.has(key))
      report(path, 'duplicate_cap', '同样的封顶写了两次。', 'The same cap is given twice.')
    seen.add(key)
  }
  if (item.caps.length > 0 && !item.stages.some(({ stage }) => stage === 'cap')) {
    const zh = '有封顶而核算步骤里没有“封顶”。'
    report(`${at}/stages`, 'cap_without_stage', zh, 'There are caps but no cap stage.')
  }
}

/** Steps that judge the deed; they come before the steps that limit the outcome. */
const judging = new Set<StageSpec['stage']>([
  'base',
  'circumstances',
  'leader_score',
  'spot_check',
  'passers_by',
  'upheld_reports',
  'repeat',
])

function checkStages(item: RuleItem, at: string, report: Report): void {
  const names = item.stages.map(({ stage }) => stage)
  const path = `${at}/stages`
  if (names[0] !== 'base' || new Set(names).size !== names.length) {
    const zh = '核算步骤要从“基础分”开始，每种步骤只用一次。'
    report(path, 'bad_stages', zh, 'Stages start with the base, and each occurs once.')
  }
  const firstLimit = names.findIndex((name) => name === 'only_highest' || name === 'cap')
  if (firstLimit >= 0 && names.slice(firstLimit).some((name) => judging.has(name))) {
    const zh = '“取最高”和“封顶”要排在各项评判之后。'
    report(path, 'bad_stages', zh, 'Only-the-highest and caps come after what judges the deed.')
  }
  const cap = names.indexOf('cap')
  const highest = names.indexOf('only_highest')
  if (cap >= 0 && highest > cap) {
    report(path, 'bad_stages', '先“取最高”，后“封顶”。', 'Only-the-highest comes before caps.')
  }
  const rounding = item.stages.findIndex(({ stage }) => stage === 'rounding')
  const spec = item.stages[rounding]
  if (cap >= 0 && rounding > cap && spec?.stage === 'rounding' && spec.mode !== 'toward_zero') {
    const zh = '封顶之后只能向下取整，否则会超过封顶。'
    report(path, 'rounding_over_cap', zh, 'After a cap only rounding toward zero cannot exceed it.')
  }
  const leader = names.indexOf('leader_score')
  if (leader >= 0 && names.includes('spot_check') && names[leader + 1] !== 'spot_check') {
    const zh = '“抽查”要紧跟在“负责人评分”之后。'
    report(path, 'bad_stages', zh, 'The spot check directly follows the leader’s score.')
  }
  if (item.exclusiveGroup !== undefined && highest < 0) {
    const zh = '有互斥组而核算步骤里没有“取最高”。'
    report(path, 'group_without_stage', zh, 'There is an exclusive group but no such stage.')
  }
  for (const [index, stage] of item.stages.entries()) checkStage(stage, `${path}/${index}`, report)
}

function checkStage(stage: StageSpec, at: string, report: Report): void {
  if ('permilleByScore' in stage) {
    const table = stage.permilleByScore
    if (table.some((permille, index) => permille < (table[index - 1] ?? 0))) {
      const zh = '评分越高，系数不得越低。'
      report(`${at}/permilleByScore`, 'falling_scores', zh, 'A better score must not count less.')
    }
  }
  if (stage.stage === 'circumstances') {
    const codes = stage.each.map(({ code }) => code)
    if (new Set(codes).size !== codes.length) {
      report(`${at}/each`, 'duplicate_ref', '同一情形写了两次。', 'A circumstance is given twice.')
    }
  }
}

/** What the law asks of deductions, and what keeps merits honest. */
function checkDuties(item: RuleItem, at: string, report: Report): void {
  if (item.kind === 'merit') {
    if (item.noticeDays === 0 && !isInstant(item.base)) {
      const zh = `免公示的只能是每次不超过 ${INSTANT_AT_MOST_HUNDREDTHS / 100} 分的固定小额加分。`
      const en = 'Only small fixed merits may be final without notice.'
      report(`${at}/noticeDays`, 'notice_needed', zh, en)
    }
    if (item.repair.length > 0 || item.expiry.kind === 'until_mended') {
      const zh = '改正和补救只用于扣分的事项。'
      report(`${at}/repair`, 'repair_of_merit', zh, 'Mending and repair belong to deductions.')
    }
    if (item.stages.some(({ stage }) => stage === 'repeat')) {
      report(`${at}/stages`, 'repeat_of_merit', '加分不加倍。', 'Merits are not doubled on repeat.')
    }
    return
  }
  if (item.noticeDays === 0) {
    const zh = '扣分必须先公示，才能生效。'
    report(`${at}/noticeDays`, 'notice_needed', zh, 'A deduction needs notice before it counts.')
  }
  if (item.evidenceKinds.length === 0 || item.verifierRoles.length === 0) {
    const zh = '扣分必须有证据和认定人。'
    report(`${at}/evidenceKinds`, 'proof_needed', zh, 'A deduction needs evidence and a finder.')
  }
  if (item.publicity === 'named_with_consent') {
    const zh = '扣分不得实名公开。'
    report(`${at}/publicity`, 'deduction_named', zh, 'A deduction is never published with a name.')
  }
}

function isInstant(base: BasePoints): boolean {
  return base.kind === 'fixed' && base.pointsHundredths <= INSTANT_AT_MOST_HUNDREDTHS
}

function largestAmount(base: BasePoints): number {
  return base.kind === 'bands' ? (base.bands.at(-1)?.totalHundredths ?? 0) : base.pointsHundredths
}
