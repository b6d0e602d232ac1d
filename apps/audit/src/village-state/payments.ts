import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'

interface PaymentParts {
  readonly findings: Findings
}

interface KnownRun {
  readonly leftCount: number
  readonly leftFen: number
  /** What failed and has not been ordered anew. */
  readonly failedCount: number
  readonly failedFen: number
}

declare module '../findings.ts' {
  interface OwnFindings {
    payments_wrong: never
  }
}

declare module './parts.ts' {
  interface StateMemory {
    readonly payments: Payments
  }
}

/** Payments that were ordered together, and what has ended of them. */
export class Payments {
  #runs = new Map<string, KnownRun>()

  /** `payment-run.ordered`. */
  order(
    village: PaymentParts,
    index: number,
    told: LeafOfKind<'payment-run.ordered'>['public'],
  ): void {
    const { paymentRun, paymentCount, totalFen, corrects } = told
    if (this.#runs.has(paymentRun)) return wrong(village, index, `${paymentRun} was ordered before`)
    if (corrects !== undefined) this.#correct(village, index, corrects, told)
    this.#runs.set(paymentRun, {
      leftCount: paymentCount,
      leftFen: totalFen,
      failedCount: 0,
      failedFen: 0,
    })
  }

  /** `payment-run.settled`. */
  settle(
    village: PaymentParts,
    index: number,
    told: LeafOfKind<'payment-run.settled'>['public'],
  ): void {
    const run = this.#runs.get(told.paymentRun)
    if (run === undefined) return wrong(village, index, `${told.paymentRun} was never ordered`)
    const leftCount = run.leftCount - told.paidCount - told.failedCount
    const leftFen = run.leftFen - told.paidFen - told.failedFen
    if (leftCount < 0 || leftFen < 0 || (leftCount === 0) !== (leftFen === 0))
      wrong(
        village,
        index,
        `so much cannot end of what is left: ${run.leftFen} fen, payments: ${run.leftCount}`,
      )
    this.#runs.set(told.paymentRun, {
      ...run,
      leftCount,
      leftFen,
      failedCount: run.failedCount + told.failedCount,
      failedFen: run.failedFen + told.failedFen,
    })
  }

  #correct(
    village: PaymentParts,
    index: number,
    corrects: string,
    { paymentCount, totalFen }: LeafOfKind<'payment-run.ordered'>['public'],
  ): void {
    const before = this.#runs.get(corrects)
    if (before === undefined) return wrong(village, index, `${corrects} was never ordered`)
    if (before.failedCount !== paymentCount || before.failedFen !== totalFen)
      wrong(village, index, `${before.failedFen} fen failed, ${totalFen} are ordered anew`)
    this.#runs.set(corrects, { ...before, failedCount: 0, failedFen: 0 })
  }

  toJson() {
    return [...this.#runs]
  }

  load(json: ReturnType<Payments['toJson']> | undefined): void {
    this.#runs = new Map(json)
  }
}

function wrong(village: PaymentParts, index: number, detail: string): void {
  village.findings.add('payments_wrong', index, detail)
}
