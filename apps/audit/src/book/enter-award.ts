import { addDays, CalibrationError, findItem, isCivilDay, recountAwards } from '@azalea/scoring'
import { integerOf, listOf, textOf, textOrNull, UnreadableEntry, type Leaf } from '../leaf.ts'
import type { BookParts } from './parts.ts'
import type { KnownAward } from './awards.ts'
import { readRepair } from './deductions.ts'
import { isCountedLater } from './sheets.ts'
import { weekOf } from './uncounted.ts'
import { judgeAward, readInput, type StatedAward } from './judge-award.ts'

/** `award.scored`, and `award.final` of an award that was final at once. */
export function enterWhole(book: BookParts, index: number, leaf: Leaf, isFinal: boolean): void {
  const fields = leaf.public
  const stated: StatedAward = {
    index,
    award: textOf(fields, 'award'),
    deed: textOf(fields, 'deed'),
    item: textOf(fields, 'item'),
    sheet: textOf(fields, 'sheet'),
    earner: textOf(fields, 'earner'),
    household: textOf(fields, 'household'),
    pointsHundredths: integerOf(fields, 'pointsHundredths'),
    input: readInput(fields),
  }
  const month = textOrNull(fields, 'month') ?? leaf.at.slice(0, 7)
  // A deduction names its report whatever it corrects; a merit only when the report's end changed it.
  if (textOrNull(fields, 'objection') === null) book.reports.correct(book, index, stated, fields)
  else book.objections.correct(book, index, stated, fields)
  if (book.awards.get(stated.award) !== undefined) {
    book.findings.add('award_out_of_order', index, `award ${stated.award} is in the log already`)
    return
  }
  book.tally.awards += 1
  const judged = judgeAward(book, stated, book.checks)
  book.spotChecks.use(book, index, fields, stated.input.spotCheckScore)
  book.passersBy.use(book, index, leaf.at, stated.input)
  if (judged?.item.kind === 'deduction') enterDeduction(book, leaf, stated)
  if (judged !== null && judged.item.noticeDays > 0) checkMoment(book, stated, fields, isFinal)
  book.awards.add({
    ...stated,
    day: stated.input.occurredOn,
    contendingHundredths: judged?.contendingHundredths ?? 0,
    countedOccurrences: judged?.countedOccurrences ?? 0,
    creditedQuantity: judged?.creditedQuantity ?? 0,
    isCounted: false,
    state: isFinal ? 'final' : 'scored',
    wasFinal: false,
    supersededBy: null,
    takenBackHundredths: 0,
    changedOn: leaf.at,
  })
  if (judged !== null) {
    const { countedOccurrences, creditedQuantity } = judged
    const { earner, household, pointsHundredths } = stated
    const day = stated.input.occurredOn
    const usage = { earner, household, day, pointsHundredths, countedOccurrences, creditedQuantity }
    book.usage.add(judged.item, usage, 1)
  }
  if (!isFinal) return
  post(book, leaf, stated, month)
  // One that corrects another was never waiting to be counted.
  const waited = judged !== null && isCountedLater(judged.item) && fields['corrects'] === undefined
  if (waited)
    book.accounts
      .uncountedOn(leaf.at)
      .entered(weekOf(stated.input.occurredOn), stated.pointsHundredths)
}

/**
 * When an award takes effect that has a notice period: after it, but at once where it takes the place
 * of a final one. What corrects an award from before the time that is remembered may do either.
 */
function checkMoment(
  book: BookParts,
  { index, award }: StatedAward,
  fields: Leaf['public'],
  isFinal: boolean,
): void {
  const supersedes = book.awards.superseding.delete(award)
  const corrects = textOrNull(fields, 'corrects')
  const old = corrects === null ? undefined : book.awards.get(corrects)
  if (!supersedes && corrects !== null && old === undefined) return
  const replacesFinal = supersedes || old?.wasFinal === true || old?.isCounted === true
  if (isFinal && !replacesFinal)
    book.findings.add('award_out_of_order', index, 'it was final without its notice')
  if (!isFinal && replacesFinal)
    book.findings.add('award_out_of_order', index, 'a final award was taken back, and it waits')
}

/** `award.final` of an award that stood on notice. */
export function enterFinal(book: BookParts, index: number, leaf: Leaf): void {
  const fields = leaf.public
  const award = book.awards.get(textOf(fields, 'award'))
  const differs =
    award?.state !== 'scored' ||
    award.item !== textOf(fields, 'item') ||
    award.pointsHundredths !== integerOf(fields, 'pointsHundredths') ||
    award.earner !== textOf(fields, 'earner') ||
    award.household !== textOf(fields, 'household')
  if (differs) {
    const name = textOf(fields, 'award')
    book.findings.add('award_out_of_order', index, `no such award ${name} waits to become final`)
  } else {
    if (book.objections.isDisputed(award.award))
      book.findings.add('objection_wrong', index, 'it became final while somebody objects to it')
    award.state = 'final'
    award.changedOn = leaf.at
    book.deductions.makeFinal(award.award, leaf.at)
    const notice = textOrNull(fields, 'notice')
    book.notices.list(notice, award, index, leaf.at)
  }
  // It is in the balances whether or not it should be.
  const { earner, household } = {
    earner: textOf(fields, 'earner'),
    household: textOf(fields, 'household'),
  }
  const pointsHundredths = integerOf(fields, 'pointsHundredths')
  post(book, leaf, { earner, household, pointsHundredths }, leaf.at.slice(0, 7))
}

/** A deduction follows from a report, or corrects one that did. */
function enterDeduction(book: BookParts, leaf: Leaf, stated: StatedAward): void {
  const { index, award, item } = stated
  book.deductions.add(stated)
  if (textOrNull(leaf.public, 'corrects') !== null) return
  const report = textOrNull(leaf.public, 'report')
  book.reports.deduct(book, index, leaf.at, { award, item, report })
}

/** `award.repaired`: points that a deduction's rule gives back for what was made good. */
export function enterRepaired(book: BookParts, index: number, leaf: Leaf): void {
  const told = readRepair(leaf.public)
  book.tally.repairs += 1
  if (book.awards.get(told.award) !== undefined) {
    book.findings.add('award_out_of_order', index, `award ${told.award} is in the log already`)
    return
  }
  const itemOf = (sheet: string) => book.itemOf(told.item, sheet)
  const why = book.deductions.repair(told, leaf.at, itemOf)
  if (why !== null) book.findings.add('report_wrong', index, why)
  if (book.objections.isDisputed(told.deduction))
    book.findings.add('report_wrong', index, 'somebody objects to the deduction')
  book.awards.add({
    ...told,
    deed: told.award,
    sheet: '',
    day: leaf.at,
    contendingHundredths: 0,
    countedOccurrences: 0,
    creditedQuantity: 0,
    isCounted: false,
    state: 'final',
    wasFinal: false,
    supersededBy: null,
    takenBackHundredths: 0,
    changedOn: leaf.at,
  })
  post(book, leaf, told, leaf.at.slice(0, 7))
}

/** `award.counted`: several awards, told by their number on each day of a week. */
export function enterCounted(book: BookParts, index: number, leaf: Leaf): void {
  const fields = leaf.public
  const [week, month, item] = [
    textOf(fields, 'week'),
    textOf(fields, 'month'),
    textOf(fields, 'item'),
  ]
  if (!isCivilDay(week)) throw new UnreadableEntry('week is not a day')
  const counts = listOf(fields, 'counts').map(Number)
  const counted: KnownAward = {
    award: textOf(fields, 'award'),
    deed: null,
    item,
    sheet: textOf(fields, 'sheet'),
    earner: textOf(fields, 'earner'),
    household: textOf(fields, 'household'),
    day: addDays(week, 6),
    pointsHundredths: integerOf(fields, 'pointsHundredths'),
    contendingHundredths: 0,
    countedOccurrences: 0,
    creditedQuantity: 0,
    isCounted: true,
    state: 'final',
    wasFinal: false,
    supersededBy: null,
    takenBackHundredths: 0,
    changedOn: leaf.at,
  }
  book.tally.countedAwards += counts.reduce((sum, count) => sum + count, 0)
  book.tally.counts += 1
  checkCount(book, index, counted, week, counts)
  const { earner, household, sheet } = counted
  if (!book.weeks.add([earner, household, sheet, item, week, month].join(' '), week))
    book.findings.add('count_twice', index, `the week of ${week} is counted already`)
  book.awards.add(counted)
  post(book, leaf, counted, month)
  book.accounts.uncountedOn(leaf.at).entered(week, counted.pointsHundredths)
}

function checkCount(
  book: BookParts,
  index: number,
  counted: KnownAward,
  week: string,
  counts: readonly number[],
): void {
  const sheet = book.sheets.byHash(counted.sheet)
  if (sheet === undefined || findItem(sheet.sheet, counted.item) === undefined) {
    const { item } = counted
    book.findings.add('sheet_unknown', index, `no adopted sheet ${counted.sheet} has ${item}`)
    return
  }
  try {
    const points = recountAwards(sheet.sheet, { itemRef: counted.item, week, counts })
    if (points === counted.pointsHundredths) return
    const detail = `it says ${counted.pointsHundredths}, the sheet gives ${points}`
    book.findings.add('points_wrong', index, detail)
  } catch (error) {
    if (!(error instanceof CalibrationError)) throw error
    book.findings.add('points_wrong', index, `it cannot be counted: ${error.message}`)
  }
}

/** `award.reversed`. */
export function enterReversed(book: BookParts, index: number, leaf: Leaf): void {
  const fields = leaf.public
  const stated = {
    index,
    award: textOf(fields, 'award'),
    item: textOf(fields, 'item'),
    earner: textOf(fields, 'earner'),
    household: textOf(fields, 'household'),
    pointsHundredths: integerOf(fields, 'pointsHundredths'),
    postedHundredths: integerOf(fields, 'postedHundredths'),
  }
  book.tally.reversals += 1
  book.objections.takeBack(book, index, stated.award, fields)
  book.reports.takeBack(book, index, stated.award, fields)
  const award = book.awards.get(stated.award)
  const supersededBy = textOrNull(fields, 'supersededBy')
  const wasFinal = award === undefined ? stated.postedHundredths !== 0 : award.state === 'final'
  if (supersededBy !== null && wasFinal) book.awards.superseding.add(supersededBy)
  if (award === undefined) book.awards.questions.push(stated)
  else reverse(book, leaf, award, stated)
  // A repair had used up nothing.
  if (!book.deductions.takeBack(stated.award)) freeUsage(book, leaf, award)
  const { household, earner, postedHundredths } = stated
  if (postedHundredths !== 0)
    book.accounts.take(leaf.at, {
      kind: 'taken_back',
      household,
      earner,
      month: leaf.at.slice(0, 7),
      pointsHundredths: postedHundredths,
    })
}

function reverse(
  book: BookParts,
  leaf: Leaf,
  award: KnownAward,
  stated: Omit<Parameters<typeof whyNotReversible>[1], never> & { readonly index: number },
): void {
  const why = whyNotReversible(award, stated)
  if (why !== null) book.findings.add('award_out_of_order', stated.index, why)
  if (award.state === 'scored')
    book.notices.list(textOrNull(leaf.public, 'notice'), award, stated.index, null)
  award.takenBackHundredths += stated.pointsHundredths
  award.supersededBy = textOrNull(leaf.public, 'supersededBy')
  award.changedOn = leaf.at
  if (award.isCounted && award.takenBackHundredths !== award.pointsHundredths) return
  award.wasFinal = award.state === 'final'
  award.state = 'reversed'
}

/** Why this award cannot be taken back as stated; null when it can. */
export function whyNotReversible(
  award: KnownAward,
  stated: {
    readonly award: string
    readonly item: string
    readonly earner: string
    readonly household: string
    readonly pointsHundredths: number
    readonly postedHundredths: number
  },
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
function freeUsage(book: BookParts, { public: fields }: Leaf, award: KnownAward | undefined): void {
  const day = textOrNull(fields, 'day')
  if (day === null || !isCivilDay(day)) return
  const item = book.itemOf(textOf(fields, 'item'), award?.sheet)
  if (item === undefined) return
  if (isCountedLater(item)) book.ratingPoints.free(day)
  const usage = {
    earner: textOf(fields, 'earner'),
    household: textOf(fields, 'household'),
    day,
    pointsHundredths: integerOf(fields, 'pointsHundredths'),
    countedOccurrences: integerOf(fields, 'countedOccurrences'),
    creditedQuantity: integerOf(fields, 'creditedQuantity'),
  }
  book.usage.add(item, usage, -1)
}

function post(
  book: BookParts,
  leaf: Leaf,
  {
    household,
    earner,
    pointsHundredths,
  }: Pick<KnownAward, 'household' | 'earner' | 'pointsHundredths'>,
  month: string,
): void {
  if (pointsHundredths === 0) return
  book.accounts.take(leaf.at, { kind: 'posted', household, earner, month, pointsHundredths })
}
