import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'
import { addCivilDays } from '@azalea/text'
import type { Budgets } from './budgets.ts'
import { Once } from './once.ts'

interface VoucherBook {
  readonly findings: Findings
  readonly budgets: Budgets
}

interface Month {
  readonly count: number
  readonly fen: number
  readonly isSettled: boolean
}

type Kind = LeafOfKind<'voucher-kind.offered'>['public']

/** A voucher that was issued and not spent. */
interface Open {
  readonly issuedOn: string
  readonly spentFen: number
  /** The kinds of which it can be, by what was spent of it. */
  readonly kinds: readonly string[]
}

/** Longer than any voucher holds. */
const ISSUED_REMEMBERED_DAYS = 400

declare module './parts.ts' {
  interface StateMemory {
    readonly vouchers: Vouchers
  }
}

/** Vouchers that were issued and not spent, and what each month came to. */
export class Vouchers {
  #open = new Map<string, Open>()
  readonly #issued = new Once(ISSUED_REMEMBERED_DAYS)
  #offered = new Set<string>()
  /** Also those that were withdrawn since: what was issued of them holds. */
  #kinds = new Map<string, Kind>()
  #months = new Map<string, Month>()

  /** `voucher-kind.offered`. */
  offer(village: VoucherBook, index: number, kind: Kind): void {
    const { voucherKind, budget } = kind
    if (this.#offered.has(voucherKind)) wrong(village, index, `${voucherKind} was offered before`)
    if (village.budgets.voteOf(budget) === null)
      wrong(village, index, `no budget ${budget} was opened`)
    this.#offered.add(voucherKind)
    this.#kinds.set(voucherKind, kind)
  }

  /** `voucher-kind.withdrawn`. */
  withdraw(village: VoucherBook, index: number, voucherKind: string): void {
    if (!this.#offered.delete(voucherKind)) wrong(village, index, `${voucherKind} is not offered`)
  }

  /** `voucher.issued`. */
  issue(
    village: VoucherBook,
    index: number,
    { at, public: { voucher } }: LeafOfKind<'voucher.issued'>,
  ): void {
    if (this.#offered.size === 0) wrong(village, index, 'no kind of voucher is offered')
    if (!this.#issued.add(voucher, at)) wrong(village, index, `${voucher} was issued before`)
    this.#open.set(voucher, { issuedOn: at, spentFen: 0, kinds: [...this.#offered] })
  }

  /** `voucher.spent`: of a voucher that is open, as a kind of voucher says, by a budget that allows it. */
  spend(village: VoucherBook, index: number, leaf: LeafOfKind<'voucher.spent'>): void {
    const { at, public: told } = leaf
    const { voucher, budget, amountFen } = told
    const open = this.#open.get(voucher)
    if (open === undefined) wrong(village, index, `no voucher ${voucher} can be spent`)
    else this.#narrow(village, index, open, leaf)
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

  /** Of the kinds of which it can be, those remain that let so much be spent of it on that day. */
  #narrow(
    village: VoucherBook,
    index: number,
    open: Open,
    { at, public: { voucher, budget, amountFen, leaves } }: LeafOfKind<'voucher.spent'>,
  ): void {
    const spentFen = open.spentFen + amountFen
    const kinds = open.kinds.filter((name) => {
      const kind = this.#kinds.get(name)
      if (kind?.budget !== budget || at > addCivilDays(open.issuedOn, kind.validDays)) return false
      const isWhole = leaves === 'nothing' && open.spentFen === 0
      if (!isWhole && kind.spentBy === 'whole') return false
      return leaves === 'nothing' ? spentFen === kind.valueFen : spentFen < kind.valueFen
    })
    if (kinds.length === 0)
      wrong(village, index, `${voucher}: no kind of voucher lets ${spentFen} fen be spent so`)
    if (leaves === 'nothing') this.#open.delete(voucher)
    else this.#open.set(voucher, { ...open, spentFen, kinds })
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

  prune(today: string): void {
    this.#issued.prune(today)
  }

  toJson() {
    return {
      open: [...this.#open],
      issued: this.#issued.toJson(),
      kinds: [...this.#kinds.values()],
      offered: [...this.#offered],
      months: [...this.#months],
    }
  }

  load(json: ReturnType<Vouchers['toJson']> | undefined): void {
    this.#open = new Map(json?.open)
    this.#issued.load(json?.issued ?? [])
    this.#kinds = new Map(json?.kinds.map((kind) => [kind.voucherKind, kind]))
    this.#offered = new Set(json?.offered)
    this.#months = new Map(json?.months)
  }
}

function wrong({ findings }: VoucherBook, index: number, detail: string): void {
  findings.add('voucher_wrong', index, detail)
}
