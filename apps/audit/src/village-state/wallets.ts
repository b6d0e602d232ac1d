import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'
import type { Accounts } from './accounts.ts'
import { Once } from './once.ts'
import type { Sheets } from './sheets.ts'

interface WalletBook {
  readonly findings: Findings
  readonly accounts: Accounts
  readonly sheets: Sheets
}

/** Who tells a gift twice months later is not found out by this. */
const GIFTS_REMEMBERED_DAYS = 40

declare module './parts.ts' {
  interface StateMemory {
    readonly wallets: Wallets
  }
}

/** What comes into wallets beside awards: what each household starts with, and what others give. */
export class Wallets {
  readonly #started = new Set<string>()
  /** Who takes part at this entry; a statement speaks of the day's end. */
  readonly #members = new Set<string>()
  readonly #gifts = new Once(GIFTS_REMEMBERED_DAYS)
  /** Who joined under a sheet with points to start with, and has not had them. */
  readonly #starting = new Set<string>()

  /** `household.joined`. */
  join({ sheets }: WalletBook, day: string, household: string): void {
    this.#members.add(household)
    const points = sheets.inForceOn(day)?.sheet.policies.startingHundredths ?? 0
    if (points > 0 && !this.#started.has(household)) this.#starting.add(household)
  }

  /** `household.left`. */
  leave(household: string): void {
    this.#members.delete(household)
  }

  /** `wallet.started`: of a household that takes part, once for ever, as the sheet of the day says. */
  start(
    village: WalletBook,
    index: number,
    { at, public: { household, pointsHundredths, sheet } }: LeafOfKind<'wallet.started'>,
  ): void {
    const inForce = village.sheets.inForceOn(at)
    const due = inForce?.sheet.policies.startingHundredths ?? 0
    if (inForce?.hash !== sheet || due !== pointsHundredths)
      wrong(village, index, `household ${household} starts with ${pointsHundredths}, it is ${due}`)
    if (this.#started.has(household))
      wrong(village, index, `household ${household} has had its points to start with`)
    if (!this.#members.has(household) && !village.accounts.isJoined(household))
      wrong(village, index, `household ${household} has not joined`)
    this.#started.add(household)
    this.#starting.delete(household)
    village.accounts.take(at, { kind: 'granted', household, pointsHundredths })
  }

  /** `wallet.gifted`: where the sheet of the day lets households give; what was given stands in the weeks' sums. */
  give(village: WalletBook, index: number, day: string, gift: string): void {
    if (village.sheets.inForceOn(day)?.sheet.policies.gifts === undefined)
      wrong(village, index, 'a gift, which the sheet does not allow')
    if (!this.#gifts.add(gift, day)) wrong(village, index, `gift ${gift} was given before`)
  }

  prune(today: string): void {
    this.#gifts.prune(today)
  }

  /** `day.closed`: who joined has had what is theirs in the same command. */
  closeDay(village: WalletBook, index: number): void {
    for (const household of this.#starting)
      wrong(village, index, `household ${household} joined and got no points to start with`)
    this.#starting.clear()
  }

  toJson() {
    return {
      started: [...this.#started],
      members: [...this.#members],
      starting: [...this.#starting],
      gifts: this.#gifts.toJson(),
    }
  }

  load(json: ReturnType<Wallets['toJson']> | undefined): void {
    for (const household of json?.started ?? []) this.#started.add(household)
    for (const household of json?.members ?? []) this.#members.add(household)
    for (const household of json?.starting ?? []) this.#starting.add(household)
    this.#gifts.load(json?.gifts ?? [])
  }
}

function wrong({ findings }: WalletBook, index: number, detail: string): void {
  findings.add('wallet_wrong', index, detail)
}
