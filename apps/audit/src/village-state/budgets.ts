import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'
import { whyNotCarried } from './why-not-carried.ts'

interface BudgetParts {
  readonly findings: Findings
}

type Opened = Pick<LeafOfKind<'budget.opened'>, 'at' | 'public'>
type Vote = Opened['public']['resolution']

interface KnownBudget {
  readonly vote: Vote
  readonly mostFen: number
  spentFen: number
  isClosed: boolean
}

declare module '../findings.ts' {
  interface OwnFindings {
    budget_wrong: never
  }
}

declare module './parts.ts' {
  interface StateMemory {
    readonly budgets: Budgets
  }
}

/** What the village voted for something, and what the log tells was spent of it. */
export class Budgets {
  #known = new Map<string, KnownBudget>()

  /** `budget.opened`. */
  open(village: BudgetParts, index: number, { at, public: told }: Opened): void {
    const { budget, mostFen, resolution } = told
    if (this.#known.has(budget)) return wrong(village, index, `${budget} was opened before`)
    const why = whyNotCarried(resolution, at)
    if (why !== null) wrong(village, index, why)
    this.#known.set(budget, { vote: resolution, mostFen, spentFen: 0, isClosed: false })
  }

  /** `budget.closed`. */
  close(village: BudgetParts, index: number, told: LeafOfKind<'budget.closed'>['public']): void {
    const known = this.#expectOpen(village, index, told.budget)
    if (known === null) return
    known.isClosed = true
    if (told.spentFen > known.mostFen)
      wrong(village, index, `${told.spentFen} fen were spent of ${known.mostFen}`)
    if (told.spentFen < known.spentFen)
      wrong(village, index, `${known.spentFen} fen were spent before, it says ${told.spentFen}`)
  }

  /** The vote behind a budget; null when none was opened by this name. */
  voteOf(name: string): Vote | null {
    return this.#known.get(name)?.vote ?? null
  }

  /** What a record spends of a budget. */
  spend(village: BudgetParts, index: number, name: string, fen: number): void {
    const known = this.#expectOpen(village, index, name)
    if (known === null) return
    known.spentFen += fen
    if (known.spentFen > known.mostFen)
      wrong(village, index, `that makes ${known.spentFen} fen of ${known.mostFen}`)
  }

  #expectOpen(village: BudgetParts, index: number, name: string): KnownBudget | null {
    const known = this.#known.get(name)
    if (known === undefined) wrong(village, index, `no budget ${name} was opened`)
    else if (known.isClosed) wrong(village, index, `budget ${name} was closed before`)
    else return known
    return null
  }

  toJson() {
    return [...this.#known]
  }

  load(json: ReturnType<Budgets['toJson']> | undefined): void {
    this.#known = new Map(json)
  }
}

function wrong(village: BudgetParts, index: number, detail: string): void {
  village.findings.add('budget_wrong', index, detail)
}
