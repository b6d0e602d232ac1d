import type { LeafOfKind } from '@azalea/records'
import { closesWalletsOn, closeWallet, type WalletPolicy } from '@azalea/scoring'
import { addCivilDays, canonicalJson } from '@azalea/text'
import type { Findings } from '../findings.ts'
import type { Accounts } from './accounts.ts'
import type { Sheets } from './sheets.ts'

interface ClosingBook {
  readonly findings: Findings
  readonly accounts: Accounts
  readonly sheets: Sheets
}

interface Ahead {
  readonly dueOn: string
  readonly policy: WalletPolicy
  /** Whose wallet held something before the first was closed, and is not closed yet. */
  toClose: Set<string> | null
  readonly closed: Set<string>
  droppedHundredths: number
  /** It was named for not being done. */
  isOverdue: boolean
}

const ANNOUNCED_DAYS_BEFORE = 30

declare module './parts.ts' {
  interface StateMemory {
    readonly closings: Closings
  }
}

/** The ends of the wallets' years: announced thirty days before, and done as they were announced. */
export class Closings {
  readonly #ahead = new Map<string, Ahead>()
  /** The days of sheets for which one was announced and not called off. */
  readonly #due = new Set<string>()
  /** The days of sheets for which one was called off. */
  readonly #calledOff = new Set<string>()
  /** When the server told the last daily statement: it ran on that day. */
  #ranOn = ''

  /** `wallet.closing-announced`. */
  announce(
    village: ClosingBook,
    index: number,
    { at, public: { dueOn, closesOn, sheet: hash } }: LeafOfKind<'wallet.closing-announced'>,
  ): void {
    const say = (detail: string) => wrong(village, index, detail)
    const sheet = village.sheets.inForceOn(dueOn)
    const policy = sheet?.sheet.policies.wallet
    if (sheet?.hash !== hash || policy === undefined || !closesWalletsOn(policy, dueOn))
      return say(`the sheet in force on ${dueOn} ends no wallets' year that day`)
    const earliest = addCivilDays(at, ANNOUNCED_DAYS_BEFORE)
    if (closesOn !== (dueOn < earliest ? earliest : dueOn))
      say(`announced on ${at}, the end of ${dueOn} is not on ${closesOn}`)
    if (this.#due.has(dueOn) || this.#ahead.has(closesOn))
      say(`the end of ${dueOn} was announced before`)
    this.#due.add(dueOn)
    const begun = { toClose: null, closed: new Set<string>(), droppedHundredths: 0 }
    this.#ahead.set(closesOn, { dueOn, policy, ...begun, isOverdue: false })
  }

  /** `wallet.closing-called-off`: before it began, as another sheet holds on that day. */
  callOff(village: ClosingBook, index: number, closesOn: string): void {
    const ahead = this.#ahead.get(closesOn)
    if (ahead === undefined) return wrong(village, index, `no end was announced for ${closesOn}`)
    if (ahead.closed.size > 0) wrong(village, index, `the end of ${closesOn} has begun`)
    if (isStillSo(village, closesOn, ahead))
      wrong(village, index, `the sheet in force on ${closesOn} is as it was announced`)
    this.#due.delete(ahead.dueOn)
    this.#calledOff.add(ahead.dueOn)
    this.#ahead.delete(closesOn)
  }

  /** `wallet.closed`: of what the log holds, by the policy, each household once. */
  close(village: ClosingBook, index: number, { at, public: told }: LeafOfKind<'wallet.closed'>) {
    const { household, closesOn, spentHundredths, balanceHundredths, droppedHundredths } = told
    const say = (detail: string) => wrong(village, index, `household ${household}: ${detail}`)
    const { accounts } = village
    accounts.take(at, { kind: 'spent', household, pointsHundredths: spentHundredths })
    const isSo = accounts.walletOf(household)
    accounts.take(at, { kind: 'granted', household, pointsHundredths: -droppedHundredths })
    if (balanceHundredths !== isSo) say(`it closes with ${balanceHundredths}, it has ${isSo}`)
    const ahead = this.#ahead.get(closesOn)
    if (ahead === undefined) return say(`no end was announced for ${closesOn}`)
    ahead.toClose ??= new Set(accounts.filled())
    if (at < closesOn) say(`it is closed on ${at}, before ${closesOn}`)
    if (ahead.closed.size === 0 && !isStillSo(village, closesOn, ahead))
      say(`another sheet is in force on ${closesOn}`)
    const due = closeWallet(ahead.policy, balanceHundredths).droppedHundredths
    if (droppedHundredths !== due) say(`it loses ${droppedHundredths}, by the sheet ${due}`)
    if (ahead.closed.has(household)) say(`its year of ${closesOn} was ended before`)
    ahead.closed.add(household)
    ahead.toClose.delete(household)
    ahead.droppedHundredths += droppedHundredths
  }

  /** `wallet.closing-ended`: nobody whose wallet held something was left out. */
  end(
    village: ClosingBook,
    index: number,
    { public: { closesOn, households, droppedHundredths } }: LeafOfKind<'wallet.closing-ended'>,
  ): void {
    const ahead = this.#ahead.get(closesOn)
    if (ahead === undefined) return wrong(village, index, `no end was announced for ${closesOn}`)
    if (households !== ahead.closed.size || droppedHundredths !== ahead.droppedHundredths)
      wrong(
        village,
        index,
        `wallets: ${households}, lost: ${droppedHundredths}; told before: ${ahead.closed.size}, ${ahead.droppedHundredths}`,
      )
    for (const household of ahead.toClose ?? [])
      wrong(village, index, `household ${household} was left out of the end of ${closesOn}`)
    this.#ahead.delete(closesOn)
  }

  /** `day.closed`: an end that the sheet says was announced by its day, and done by the day after. */
  closeDay(
    village: ClosingBook,
    index: number,
    { at, public: { day } }: LeafOfKind<'day.closed'>,
  ): void {
    if (this.#isMissing(village, day))
      wrong(
        village,
        index,
        `by the sheet the wallets' year ended on ${day}, which nobody announced`,
      )
    // Every entry of the day stands before its statement; that of the day before was told on it.
    if (this.#ranOn === day)
      for (const [closesOn, ahead] of this.#ahead)
        if (closesOn < day && !ahead.isOverdue) {
          wrong(village, index, `the end of ${closesOn} was announced, and by ${day} not done`)
          ahead.isOverdue = true
        }
    this.#ranOn = at
  }

  #isMissing({ sheets }: ClosingBook, day: string): boolean {
    const inForce = sheets.inForceOn(day)
    const policy = inForce?.sheet.policies.wallet
    if (inForce === undefined || policy === undefined || !closesWalletsOn(policy, day)) return false
    if (this.#due.has(day) || this.#calledOff.has(day)) return false
    // Adopted late, it ends them only where it still holds thirty days after.
    const closesOn = addCivilDays(inForce.adoptedOn, ANNOUNCED_DAYS_BEFORE)
    return closesOn <= day || holds(sheets, closesOn, policy)
  }

  prune(today: string): void {
    for (const days of [this.#due, this.#calledOff])
      for (const dueOn of days) if (addCivilDays(dueOn, 366) < today) days.delete(dueOn)
  }

  toJson() {
    return {
      due: [...this.#due],
      calledOff: [...this.#calledOff],
      ranOn: this.#ranOn,
      ahead: [...this.#ahead].map(([closesOn, ahead]) => ({
        ...ahead,
        closesOn,
        toClose: ahead.toClose && [...ahead.toClose],
        closed: [...ahead.closed],
      })),
    }
  }

  load(json: ReturnType<Closings['toJson']> | undefined): void {
    for (const dueOn of json?.due ?? []) this.#due.add(dueOn)
    for (const dueOn of json?.calledOff ?? []) this.#calledOff.add(dueOn)
    this.#ranOn = json?.ranOn ?? ''
    for (const { closesOn, toClose, closed, ...ahead } of json?.ahead ?? [])
      this.#ahead.set(closesOn, {
        ...ahead,
        toClose: toClose && new Set(toClose),
        closed: new Set(closed),
      })
  }
}

const isStillSo = ({ sheets }: ClosingBook, closesOn: string, { policy }: Ahead) =>
  holds(sheets, closesOn, policy)

function holds(sheets: Sheets, day: string, policy: WalletPolicy): boolean {
  const now = sheets.inForceOn(day)?.sheet.policies.wallet
  return now !== undefined && canonicalJson({ ...now }) === canonicalJson({ ...policy })
}

function wrong({ findings }: ClosingBook, index: number, detail: string): void {
  findings.add('wallet_wrong', index, detail)
}
