import {
  growerSum,
  whyNotWeight,
  type Deduction,
  type GradePrice,
  type PricedWeight,
  type PriceUnit,
} from '@azalea/produce-rules'
import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'
import type { Budgets } from './budgets.ts'
import type { PlotInputs } from './plot-inputs.ts'
import type { ApprovedLists } from './approved-lists.ts'

interface RoundBook {
  readonly findings: Findings
  readonly budgets: Budgets
  readonly plotInputs: PlotInputs
  readonly approvedLists: ApprovedLists
}

type Weighed = LeafOfKind<'weigh-in.entered'>['public']
type Settled = LeafOfKind<'round.settled'>['public']

interface Round {
  readonly unit: PriceUnit
  readonly prices: readonly GradePrice[]
  readonly deductions: readonly Deduction[]
  readonly collectsOn: string
  readonly budget: string
  isClosed: boolean
  settlements: number
  /** What was told of each supplier by now. */
  readonly told: Record<string, number>
}

interface Known extends PricedWeight {
  readonly offer: string
  readonly supplier: string
  readonly scale: string
  /** Of what was weighed before and did not count. */
  readonly isAgain: boolean
  counts: boolean
  isDisputed: boolean
  isReplaced: boolean
  isVoided: boolean
}

interface Scale {
  readonly toleranceGrams: number
  lastDay: string | null
  isGood: boolean
}

declare module '../findings.ts' {
  interface OwnFindings {
    round_wrong: never
  }
}

declare module './parts.ts' {
  interface StateMemory {
    readonly rounds: Rounds
  }
}

/** What the company buys, what was weighed by which scale, and what it came to, to the fen. */
export class Rounds {
  #rounds = new Map<string, Round>()
  #weighIns = new Map<string, Known>()
  #scales = new Map<string, Scale>()

  /** `round.opened`. */
  open(book: RoundBook, index: number, told: LeafOfKind<'round.opened'>['public']): void {
    const { offer, unit, grades, deductions, collectsOn, budget } = told
    if (this.#rounds.has(offer)) wrong(book, index, `round ${offer} was opened before`)
    if (book.budgets.voteOf(budget) === null) wrong(book, index, `no budget ${budget} was opened`)
    const terms = { unit, prices: grades, deductions, collectsOn, budget }
    this.#rounds.set(offer, { ...terms, isClosed: false, settlements: 0, told: {} })
  }

  /** `scale.entered`. */
  enterScale(book: RoundBook, index: number, told: LeafOfKind<'scale.entered'>['public']): void {
    if (this.#scales.has(told.scale)) wrong(book, index, `scale ${told.scale} was entered before`)
    const { toleranceGrams } = told
    this.#scales.set(told.scale, { toleranceGrams, lastDay: null, isGood: false })
  }

  /** `scale.checked`. */
  checkScale(
    book: RoundBook,
    index: number,
    { at, public: told }: LeafOfKind<'scale.checked'>,
  ): void {
    const scale = this.#scales.get(told.scale)
    if (scale === undefined) return wrong(book, index, `no scale ${told.scale}`)
    const isGood = Math.abs(told.testGrams - told.readGrams) <= scale.toleranceGrams
    if (isGood !== (told.outcome === 'passed'))
      wrong(book, index, `${told.scale} shows ${told.readGrams} g of ${told.testGrams}`)
    scale.lastDay = at
    scale.isGood = isGood
  }

  /** `weigh-in.entered`: in its round, by a scale that passed that day, of a plot that may be harvested. */
  weigh(
    book: RoundBook,
    index: number,
    { at, public: told }: LeafOfKind<'weigh-in.entered'>,
  ): void {
    const { weighIn, offer, supplier, scale, grade, netGrams, outcome } = told
    const round = this.#rounds.get(offer)
    if (round === undefined) wrong(book, index, `no round ${offer} was opened`)
    else this.#requireInRound(book, index, at, round, told)
    if (this.#weighIns.has(weighIn)) wrong(book, index, `${weighIn} was weighed before`)
    const problem = whyNotWeight(told.grossGrams, told.tareGrams)
    if (problem !== null) wrong(book, index, `${weighIn}: ${problem}`)
    const checked = this.#scales.get(scale)
    if (checked?.isGood !== true || checked.lastDay !== at)
      wrong(book, index, `scale ${scale} had not passed its check on ${at}`)
    book.plotInputs.judgeHarvest(book, index, told.subject, at)
    this.#weighIns.set(weighIn, {
      offer,
      supplier,
      scale,
      grade,
      netGrams,
      isAgain: told.replaces !== undefined,
      counts: outcome === 'accepted',
      isDisputed: false,
      isReplaced: false,
      isVoided: false,
    })
  }

  #requireInRound(book: RoundBook, index: number, at: string, round: Round, told: Weighed): void {
    const { weighIn, grade, supplier, replaces } = told
    if (!round.prices.some((one) => one.grade === grade))
      wrong(book, index, `${weighIn}: the round buys no ${grade} grade`)
    if (replaces === undefined) {
      if (round.isClosed || at !== round.collectsOn)
        wrong(book, index, `${weighIn} was not weighed within the round`)
      return
    }
    const before = this.#weighIns.get(replaces)
    if (before?.supplier !== supplier || !before.isVoided || before.isReplaced)
      wrong(book, index, `${replaces} was not to be weighed again`)
    else before.isReplaced = true
  }

  /** `weigh-in.disputed`. */
  dispute(book: RoundBook, index: number, weighIn: string): void {
    const known = this.#weighIns.get(weighIn)
    if (known === undefined || known.isDisputed)
      return wrong(book, index, `${weighIn} cannot be doubted`)
    known.isDisputed = true
  }

  /** `weigh-in.decided`. */
  decide(book: RoundBook, index: number, told: LeafOfKind<'weigh-in.decided'>['public']): void {
    const known = this.#weighIns.get(told.weighIn)
    if (known?.isDisputed !== true || known.isVoided)
      return wrong(book, index, `${told.weighIn} was not doubted`)
    if (told.outcome === 'dismissed') return
    known.isVoided = true
    known.counts = false
  }

  /** `round.closed`. */
  close(book: RoundBook, index: number, told: LeafOfKind<'round.closed'>['public']): void {
    const round = this.#rounds.get(told.offer)
    if (round === undefined || round.isClosed)
      return wrong(book, index, `${told.offer} is no open round`)
    round.isClosed = true
    const came = new Set(this.#counted(told.offer).map(({ supplier }) => supplier))
    if (came.size !== told.cameCount)
      wrong(book, index, `${came.size} growers came, it says ${told.cameCount}`)
  }

  /** `round.settled`: price × weight × grade, less deductions, less what was told before, to the fen. */
  settle(book: RoundBook, index: number, told: Settled): void {
    const round = this.#rounds.get(told.offer)
    if (round === undefined || !round.isClosed)
      return wrong(book, index, `${told.offer} is no closed round`)
    round.settlements += 1
    if (told.no !== round.settlements)
      wrong(book, index, `settlement ${told.no} follows ${round.settlements - 1}`)
    const counted = this.#counted(told.offer)
    const weights = new Map<string, Known[]>()
    for (const one of counted)
      weights.set(one.supplier, [...(weights.get(one.supplier) ?? []), one])
    const suppliers = new Set([...weights.keys(), ...Object.keys(round.told)])
    let netFen = 0
    let mostFen = 0
    let growers = 0
    for (const supplier of suppliers) {
      const own = weights.get(supplier) ?? []
      const priced = own.filter(({ grade }) => round.prices.some((one) => one.grade === grade))
      const sum = growerSum(priced, round.prices, round.unit, round.deductions)
      const before = round.told[supplier]
      const change = sum.netFen - (before ?? 0)
      if (change !== 0 || before === undefined) growers += 1
      netFen += change
      mostFen += Math.max(0, change)
      round.told[supplier] = sum.netFen
    }
    const sums = [netFen, growers, counted.length]
    const said = [told.netFen, told.growerCount, told.weighInCount]
    if (sums.join() !== said.join())
      wrong(
        book,
        index,
        `net fen, growers and weigh-ins are ${sums.join(', ')}, not ${said.join(', ')}`,
      )
    if (told.paidFen > mostFen)
      wrong(book, index, `${told.paidFen} fen are paid where at most ${mostFen} are owed`)
    if (told.budget !== round.budget) wrong(book, index, 'another budget pays than was said')
    book.budgets.spend(book, index, told.budget, told.paidFen)
  }

  /** What was weighed in the place of something; null: it is no such weigh-in. */
  againIn(weighIn: string): (PricedWeight & { readonly counts: boolean }) | null {
    const known = this.#weighIns.get(weighIn)
    return known?.isAgain === true ? known : null
  }

  #counted(offer: string): Known[] {
    return [...this.#weighIns.values()].filter((one) => one.offer === offer && one.counts)
  }

  toJson() {
    return {
      rounds: [...this.#rounds],
      weighIns: [...this.#weighIns],
      scales: [...this.#scales],
    }
  }

  load(json: ReturnType<Rounds['toJson']> | undefined): void {
    this.#rounds = new Map(json?.rounds)
    this.#weighIns = new Map(json?.weighIns)
    this.#scales = new Map(json?.scales)
  }
}

function wrong(book: RoundBook, index: number, detail: string): void {
  book.findings.add('round_wrong', index, detail)
}
