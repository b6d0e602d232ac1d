import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'
import type { Accounts } from './accounts.ts'
import type { Sheets } from './sheets.ts'

interface WalletBook {
  readonly findings: Findings
  readonly accounts: Accounts
  readonly sheets: Sheets
}

/** What comes into wallets beside awards: what each household starts with. */
export class Wallets {
  readonly #started = new Set<string>()
  /** Who takes part at this entry; a statement speaks of the day's end. */
  readonly #members = new Set<string>()
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
    }
  }

  load(json: ReturnType<Wallets['toJson']> | undefined): void {
    for (const household of json?.started ?? []) this.#started.add(household)
    for (const household of json?.members ?? []) this.#members.add(household)
    for (const household of json?.starting ?? []) this.#starting.add(household)
  }
}

function wrong({ findings }: WalletBook, index: number, detail: string): void {
  findings.add('wallet_wrong', index, detail)
}
