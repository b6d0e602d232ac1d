import type { LeafOfKind } from '@azalea/records'
import { CalibrationError, findItem, recountAwards } from '@azalea/scoring'
import { addCivilDays, mondayOf } from '@azalea/text'
import type { StateParts } from './parts.ts'
import type { KnownAward, OpenQuestion } from './awards.ts'
import { isCountedLater } from './sheets.ts'
import { judgeAward, type StatedAward } from './judge-award.ts'

type WholeAward = Extract<LeafOfKind<'award.final'>['public'], { readonly input: unknown }>
type NoticedAward = Exclude<LeafOfKind<'award.final'>['public'], WholeAward>
type ReversedAward = LeafOfKind<'award.reversed'>['public']

/** `award.scored`, and `award.final` of an award that was final at once. */
export function enterWhole(
  village: StateParts,
  index: number,
  { kind, at }: { readonly kind: 'award.scored' | 'award.final'; readonly at: string },
  told: WholeAward,
): void {
  const stated: StatedAward = { index, ...told }
  const isFinal = kind === 'award.final'
  const month = told.month ?? at.slice(0, 7)
  const { corrects, objection, report } = told
  // A deduction names its report whatever it corrects; a merit only when the report's end changed it.
  if (corrects !== undefined && objection !== undefined)
    village.objections.correct(village, index, stated, corrects, objection)
  else if (corrects !== undefined && report !== undefined)
    village.reports.correct(village, index, stated, corrects, report)
  if (village.awards.get(stated.award) !== undefined) {
    village.findings.add('award_out_of_order', index, `award ${stated.award} is in the log already`)
    return
  }
  village.tally.awards += 1
  const judged = judgeAward(village, stated, village.checks)
  village.spotChecks.use(village, index, told.spotCheck, stated.input.spotCheckScore)
  village.passersBy.use(village, index, at, stated.input)
  if (judged?.item.kind === 'deduction') enterDeduction(village, at, stated)
  if (judged !== null && judged.item.noticeDays > 0) checkMoment(village, stated, isFinal)
  const { award, deed, item, sheet, earner, household, pointsHundredths } = stated
  village.awards.add({
    award,
    deed,
    item,
    sheet,
    earner,
    household,
    pointsHundredths,
    day: stated.input.occurredOn,
    contendingHundredths: judged?.contendingHundredths ?? 0,
    countedOccurrences: judged?.countedOccurrences ?? 0,
    creditedQuantity: judged?.creditedQuantity ?? 0,
    isCounted: false,
    state: isFinal ? 'final' : 'scored',
    wasFinal: false,
    supersededBy: null,
    takenBackHundredths: 0,
    changedOn: at,
  })
  if (judged !== null) {
    const { countedOccurrences, creditedQuantity } = judged
    const day = stated.input.occurredOn
    const usage = { earner, household, day, pointsHundredths, countedOccurrences, creditedQuantity }
    village.usage.add(judged.item, usage, 1)
  }
  if (!isFinal) return
  post(village, at, stated, month)
  // One that corrects another was never waiting to be counted.
  const waited = judged !== null && isCountedLater(judged.item) && corrects === undefined
  if (waited)
    village.accounts
      .uncountedOn(at)
      .entered(mondayOf(stated.input.occurredOn), stated.pointsHundredths)
}

/**
 * When an award takes effect that has a notice period: after it, but at once where it takes the place
 * of a final one. What corrects an award from before the time that is remembered may do either.
 */
function checkMoment(
  village: StateParts,
  { index, award, corrects }: StatedAward,
  isFinal: boolean,
): void {
  const supersedes = village.awards.superseding.delete(award)
  const old = corrects === undefined ? undefined : village.awards.get(corrects)
  if (!supersedes && corrects !== undefined && old === undefined) return
  const replacesFinal = supersedes || old?.wasFinal === true || old?.isCounted === true
  if (isFinal && !replacesFinal)
    village.findings.add('award_out_of_order', index, 'it was final without its notice')
  if (!isFinal && replacesFinal)
    village.findings.add('award_out_of_order', index, 'a final award was taken back, and it waits')
}

/** `award.final` of an award that stood on notice. */
export function enterNoticed(
  village: StateParts,
  index: number,
  at: string,
  told: NoticedAward,
): void {
  const award = village.awards.get(told.award)
  const differs =
    award?.state !== 'scored' ||
    award.item !== told.item ||
    award.pointsHundredths !== told.pointsHundredths ||
    award.earner !== told.earner ||
    award.household !== told.household
  if (differs)
    village.findings.add(
      'award_out_of_order',
      index,
      `no such award ${told.award} waits to become final`,
    )
  else {
    if (village.objections.isDisputed(award.award))
      village.findings.add('objection_wrong', index, 'it became final while somebody objects to it')
    award.state = 'final'
    award.changedOn = at
    village.deductions.makeFinal(award.award, at)
    village.notices.list(village, told.notice, award, index, at)
  }
  // It is in the balances whether or not it should be.
  post(village, at, told, at.slice(0, 7))
}

/** A deduction follows from a report, or corrects one that did. */
function enterDeduction(village: StateParts, at: string, stated: StatedAward): void {
  const { index, award, item, corrects, report = null } = stated
  village.deductions.add(stated)
  if (corrects === undefined) village.reports.deduct(village, index, at, { award, item, report })
}

/** `award.repaired`: points that a deduction's rule gives back for what was made good. */
export function enterRepaired(
  village: StateParts,
  index: number,
  { at, public: told }: LeafOfKind<'award.repaired'>,
): void {
  village.tally.repairs += 1
  if (village.awards.get(told.award) !== undefined) {
    village.findings.add('award_out_of_order', index, `award ${told.award} is in the log already`)
    return
  }
  const itemOf = (sheet: string) => village.itemOf(told.item, sheet)
  const why = village.deductions.repair(told, at, itemOf)
  if (why !== null) village.findings.add('report_wrong', index, why)
  if (village.objections.isDisputed(told.deduction))
    village.findings.add('report_wrong', index, 'somebody objects to the deduction')
  village.awards.add({
    ...told,
    deed: told.award,
    sheet: '',
    day: at,
    contendingHundredths: 0,
    countedOccurrences: 0,
    creditedQuantity: 0,
    isCounted: false,
    state: 'final',
    wasFinal: false,
    supersededBy: null,
    takenBackHundredths: 0,
    changedOn: at,
  })
  post(village, at, told, at.slice(0, 7))
}

/** `award.counted`: several awards, told by their number on each day of a week. */
export function enterCounted(
  village: StateParts,
  index: number,
  { at, public: told }: LeafOfKind<'award.counted'>,
): void {
  const { award, item, sheet, week, month, counts, pointsHundredths, earner, household } = told
  const counted: KnownAward = {
    award,
    deed: null,
    item,
    sheet,
    earner,
    household,
    day: addCivilDays(week, 6),
    pointsHundredths,
    contendingHundredths: 0,
    countedOccurrences: 0,
    creditedQuantity: 0,
    isCounted: true,
    state: 'final',
    wasFinal: false,
    supersededBy: null,
    takenBackHundredths: 0,
    changedOn: at,
  }
  village.tally.countedAwards += counts.reduce((sum, count) => sum + count, 0)
  village.tally.counts += 1
  checkCount(village, index, counted, week, counts)
  if (!village.weeks.add([earner, household, sheet, item, week, month].join(' '), week))
    village.findings.add('count_twice', index, `the week of ${week} is counted already`)
  village.awards.add(counted)
  post(village, at, counted, month)
  village.accounts.uncountedOn(at).entered(week, pointsHundredths)
}

function checkCount(
  village: StateParts,
  index: number,
  counted: KnownAward,
  week: string,
  counts: readonly number[],
): void {
  const sheet = village.sheets.byHash(counted.sheet)
  if (sheet === undefined || findItem(sheet.sheet, counted.item) === undefined) {
    const { item } = counted
    village.findings.add('sheet_unknown', index, `no adopted sheet ${counted.sheet} has ${item}`)
    return
  }
  try {
    const points = recountAwards(sheet.sheet, { itemRef: counted.item, week, counts })
    if (points === counted.pointsHundredths) return
    const detail = `it says ${counted.pointsHundredths}, the sheet gives ${points}`
    village.findings.add('points_wrong', index, detail)
  } catch (error) {
    if (!(error instanceof CalibrationError)) throw error
    village.findings.add('points_wrong', index, `it cannot be counted: ${error.message}`)
  }
}

/** `award.reversed`. */
export function enterReversed(
  village: StateParts,
  index: number,
  { at, public: told }: LeafOfKind<'award.reversed'>,
): void {
  const { household, earner, postedHundredths, supersededBy, objection, report } = told
  village.tally.reversals += 1
  if (objection !== undefined) village.objections.takeBack(village, index, told.award, objection)
  if (report !== undefined) village.reports.takeBack(village, index, told.award, report)
  const award = village.awards.get(told.award)
  const wasFinal = award === undefined ? postedHundredths !== 0 : award.state === 'final'
  if (supersededBy !== null && wasFinal) village.awards.superseding.add(supersededBy)
  if (award === undefined) village.awards.questions.push(questionOf(index, told))
  else reverse(village, index, at, award, told)
  // A repair had used up nothing.
  if (!village.deductions.takeBack(told.award)) freeUsage(village, told, award)
  if (postedHundredths !== 0)
    village.accounts.take(at, {
      kind: 'taken_back',
      household,
      earner,
      month: at.slice(0, 7),
      pointsHundredths: postedHundredths,
    })
}

function questionOf(index: number, told: ReversedAward): OpenQuestion {
  const { award, item, earner, household, pointsHundredths, postedHundredths } = told
  return { index, award, item, earner, household, pointsHundredths, postedHundredths }
}

function reverse(
  village: StateParts,
  index: number,
  at: string,
  award: KnownAward,
  stated: ReversedAward,
): void {
  const why = whyNotReversible(award, stated)
  if (why !== null) village.findings.add('award_out_of_order', index, why)
  if (award.state === 'scored') village.notices.list(village, stated.notice, award, index, null)
  award.takenBackHundredths += stated.pointsHundredths
  award.supersededBy = stated.supersededBy
  award.changedOn = at
  if (award.isCounted && award.takenBackHundredths !== award.pointsHundredths) return
  award.wasFinal = award.state === 'final'
  award.state = 'reversed'
}

/** Why this award cannot be taken back as stated; null when it can. */
export function whyNotReversible(
  award: KnownAward,
  stated: Omit<OpenQuestion, 'index'>,
): string | null {
  const { pointsHundredths, postedHundredths } = stated
  if (award.state === 'reversed') return `award ${award.award} was taken back before`
  const isSame =
    award.item === stated.item &&
    award.earner === stated.earner &&
    award.household === stated.household
  if (!isSame) return `award ${award.award} is another item's or another account's`
  const posted = award.state === 'final' ? pointsHundredths : 0
  if (postedHundredths !== posted) return `${postedHundredths} are taken back instead of ${posted}`
  const left = Math.abs(award.pointsHundredths) - Math.abs(award.takenBackHundredths)
  const fits = award.isCounted
    ? Math.abs(pointsHundredths) <= left
    : pointsHundredths === award.pointsHundredths
  return fits ? null : `award ${award.award} had ${award.pointsHundredths}, not ${pointsHundredths}`
}

/** What the award had used up is free again; the reversal tells how much. */
function freeUsage(village: StateParts, told: ReversedAward, award: KnownAward | undefined): void {
  const { day, earner, household, pointsHundredths, countedOccurrences, creditedQuantity } = told
  if (day === null) return
  const item = village.itemOf(told.item, award?.sheet)
  if (item === undefined) return
  if (isCountedLater(item)) village.ratingPoints.free(day)
  const usage = { earner, household, day, pointsHundredths, countedOccurrences, creditedQuantity }
  village.usage.add(item, usage, -1)
}

function post(
  village: StateParts,
  at: string,
  {
    household,
    earner,
    pointsHundredths,
  }: Pick<KnownAward, 'household' | 'earner' | 'pointsHundredths'>,
  month: string,
): void {
  if (pointsHundredths === 0) return
  village.accounts.take(at, { kind: 'posted', household, earner, month, pointsHundredths })
}
