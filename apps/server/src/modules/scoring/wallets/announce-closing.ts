import { walletClosingAnnounced, walletClosingCalledOff } from '@azalea/records'
import type { WalletPolicy } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import { systemActor } from '../../../platform/actor.ts'
import type { EventBus } from '../../../platform/events.ts'
import {
  householdJoined,
  readAdultsOf,
  selectJoinedBefore,
  sendMessages,
} from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { ANNOUNCED_DAYS_BEFORE, isStillSo, nextPlanned } from './closing-day.ts'
import { changeClosing, insertClosing, selectAhead } from './closing.store.ts'
import type { WalletParts } from './start-earlier-wallets.ts'

const HOUSEHOLDS_A_COMMAND = 200

/**
 * Announces the end of the wallets' year thirty days before: a record, and a message to every adult
 * who takes part, in batches, each a command of its own. What was announced happens as it was
 * announced or not at all: where another sheet will be in force that says otherwise, it is called off,
 * and what that sheet says is announced in its turn, never sooner than thirty days ahead. Running it
 * twice, or on two servers, changes nothing more.
 * @returns how many people were told
 */
export async function announceClosing(parts: WalletParts, villageId: string): Promise<number> {
  await callOffChanged(parts, villageId)
  await announceDue(parts, villageId)
  for (let told = 0; ;) {
    const batch = await tellBatch(parts, villageId)
    told += batch.told
    if (batch.isOver) return told
  }
}

const commandOf = ({ newId }: WalletParts, villageId: string, name: string) => ({
  name,
  actor: systemActor(villageId),
  key: newId(),
  input: null,
})

async function callOffChanged(parts: WalletParts, villageId: string): Promise<void> {
  const { act, database, scoring } = parts
  const isChanged = async (db: Tx['db'], isLocked: boolean) => {
    const ahead = await selectAhead(db, villageId, { isLocked })
    // What has begun is ended.
    if (ahead === null || ahead.closedThrough !== null) return null
    return (await isStillSo(db, scoring, villageId, ahead)) ? null : ahead
  }
  if ((await database.inVillage(villageId, (db) => isChanged(db, false))) === null) return
  await act(commandOf(parts, villageId, 'call-off-closing'), async (tx) => {
    const ahead = await isChanged(tx.db, true)
    if (ahead === null) return
    const { closingId, closesOn } = ahead
    await changeClosing(tx.db, villageId, closingId, { state: 'called_off', ended_at: tx.now })
    tx.append(walletClosingCalledOff({ public: { closesOn }, parts: [] }))
    const households = [...(await selectJoinedBefore(tx.db, villageId, tx.now))]
    await send(tx, households, 'wallet.closing_called_off', { closesOn })
  })
}

async function announceDue(parts: WalletParts, villageId: string): Promise<void> {
  const { act, database, clock, scoring } = parts
  const findDue = (db: Tx['db'], now: Date) =>
    nextPlanned(db, scoring, villageId, { today: civilDay(now), within: ANNOUNCED_DAYS_BEFORE })
  if ((await database.inVillage(villageId, (db) => findDue(db, clock.now()))) === null) return
  await act(commandOf(parts, villageId, 'announce-closing'), async (tx) => {
    const due = await findDue(tx.db, tx.now)
    if (due === null) return
    const { dueOn, closesOn, policy, sheet } = due
    const closing = { closingId: tx.newId(), dueOn, closesOn, policy, sheetHash: sheet.hash }
    const row = { ...closing, announcedAt: tx.now }
    if (!(await insertClosing(tx.db, villageId, row))) return
    tx.append(walletClosingAnnounced({ public: { dueOn, closesOn, sheet: sheet.hash }, parts: [] }))
  })
}

/** The next households that were not told yet; the closing's row says through which they were. */
async function tellBatch(
  parts: WalletParts,
  villageId: string,
): Promise<{ told: number; isOver: boolean }> {
  const { act, database } = parts
  const ahead = await database.inVillage(villageId, (db) =>
    selectAhead(db, villageId, { isLocked: false }),
  )
  if (ahead === null || ahead.isTold) return { told: 0, isOver: true }
  return act(commandOf(parts, villageId, 'tell-closing'), async (tx) => {
    const closing = await selectAhead(tx.db, villageId, { isLocked: true })
    if (closing === null || closing.isTold) return { told: 0, isOver: true }
    const { closingId, closesOn, policy, toldThrough } = closing
    const joined = [...(await selectJoinedBefore(tx.db, villageId, tx.now))].toSorted()
    const ids = joined.filter((id) => id > (toldThrough ?? '')).slice(0, HOUSEHOLDS_A_COMMAND)
    const last = ids.at(-1)
    if (last === undefined) {
      await changeClosing(tx.db, villageId, closingId, { is_told: true })
      return { told: 0, isOver: true }
    }
    await changeClosing(tx.db, villageId, closingId, { told_through: last })
    const params = { closesOn, ...toldPolicy(policy) }
    return { told: await send(tx, ids, 'wallet.closing_announced', params), isOver: false }
  })
}

/** Whoever joins after the others were told of an end is told at once. */
export function tellWhoJoins(events: EventBus<Tx>): void {
  events.on(householdJoined, async (tx, { householdId }) => {
    const ahead = await selectAhead(tx.db, tx.villageId, { isLocked: false })
    if (ahead === null || (!ahead.isTold && householdId > (ahead.toldThrough ?? ''))) return
    const { closesOn, policy } = ahead
    await send(tx, [householdId], 'wallet.closing_announced', { closesOn, ...toldPolicy(policy) })
  })
}

/** A policy as messages and answers tell it. */
export function toldPolicy(policy: WalletPolicy) {
  return {
    policy: policy.kind,
    keepPermille: policy.kind === 'carry_over' ? policy.keepPermille : null,
    atMostHundredths: policy.kind === 'carry_over' ? (policy.atMostHundredths ?? null) : null,
  }
}

async function send(
  tx: Tx,
  householdIds: readonly string[],
  kind: string,
  params: Parameters<typeof sendMessages>[1][number]['params'],
): Promise<number> {
  const year = Number(civilDay(tx.now).slice(0, 4))
  const adults = await readAdultsOf(tx.db, tx.villageId, householdIds, year)
  const people = [...adults.values()].flat()
  await sendMessages(
    tx,
    people.map((personId) => ({ personId, kind, params })),
  )
  return people.length
}
