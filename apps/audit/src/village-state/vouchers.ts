import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'
import type { Budgets } from './budgets.ts'

interface VoucherBook {
  readonly findings: Findings
  readonly budgets: Budgets
}

interface Month {
  readonly count: number
  readonly fen: number
  readonly isSettled: boolean
}

declare module './parts.ts' {
  interface StateMemory {
    readonly vouchers: Vouchers
  }
}

/** Vouchers that were issued and not spent, and what each month came to. */
export class Vouchers {
  #open = new Set<string>()
  #offered = new Set<string>()
  #months = new Map<string, Month>()

  /** `voucher-kind.offered`. */
  offer(
    village: VoucherBook,
    index: number,
    { voucherKind, budget }: LeafOfKind<'voucher-kind.offered'>['public'],
  ): void {
    if (this.#offered.has(voucherKind)) wrong(village, index, `${voucherKind} was offered before`)
    if (village.budgets.voteOf(budget) === null)
      wrong(village, index, `no budget ${budget} was opened`)
    this.#offered.add(voucherKind)
  }

  /** `voucher-kind.withdrawn`. */
  withdraw(village: VoucherBook, index: number, voucherKind: string): void {
    if (!this.#offered.delete(voucherKind)) wrong(village, index, `${voucherKind} is not offered`)
  }

  /** `voucher.issued`. */
  issue(village: VoucherBook, index: number, voucher: string): void {
    if (this.#offered.size === 0) wrong(village, index, 'no kind of voucher is offered')
    if (this.#open.has(voucher)) wrong(village, index, `${voucher} was issued before`)
    this.#open.add(voucher)
  }

  /** `voucher.spent`: of a voucher that is open, by a budget that allows it. */
  spend(
    village: VoucherBook,
    index: number,
    { at, public: { voucher, budget, amountFen, leaves } }: LeafOfKind<'voucher.spent'>,
  ): void {
    if (!this.#open.has(voucher)) wrong(village, index, `no voucher ${voucher} can be spent`)
    if (leaves === 'nothing') this.#open.delete(voucher)
    village.budgets.spend(village, index, budget, amountFen)
    const month = at.slice(0, 7)
    const known = this.#months.get(month) ?? {
      count: 0,
      fen: 0,
      isSettled: false,
    }
    if (known.isSettled) wrong(village, index, `${month} was settled before`)
    const sums = { count: known.count + 1, fen: known.fen + amountFen }
    this.#months.set(month, { ...known, ...sums })
  }

  /** `voucher.expired`. */
  expire(village: VoucherBook, index: number, voucher: string): void {
    if (!this.#open.delete(voucher)) wrong(village, index, `no voucher ${voucher} can expire`)
  }

  /** `voucher-month.settled`: what was spent in a month that is over, once. */
  settle(
    village: VoucherBook,
    index: number,
    { at, public: told }: LeafOfKind<'voucher-month.settled'>,
  ): void {
    const { month, redemptionCount, totalFen } = told
    if (month >= at.slice(0, 7)) wrong(village, index, `${month} was not over`)
    const { count, fen, isSettled } = this.#months.get(month) ?? {
      count: 0,
      fen: 0,
      isSettled: false,
    }
    if (isSettled) wrong(village, index, `${month} was settled before`)
    if (redemptionCount !== count || totalFen !== fen)
      wrong(
        village,
        index,
        `vouchers spent in ${month}: ${count} for ${fen} fen, it says ${redemptionCount} for ${totalFen}`,
      )
    this.#months.set(month, { count, fen, isSettled: true })
  }

  toJson() {
    return {
      open: [...this.#open],
      offered: [...this.#offered],
      months: [...this.#months],
    }
  }

  load(json: ReturnType<Vouchers['toJson']> | undefined): void {
    this.#open = new Set(json?.open)
    this.#offered = new Set(json?.offered)
    this.#months = new Map(json?.months)
  }
}

function wrong({ findings }: VoucherBook, index: number, detail: string): void {
  findings.add('voucher_wrong', index, detail)
}
