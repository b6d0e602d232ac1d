import { ApiProblem } from '@azalea/client'
import { newKey, send } from './api.ts'
import { dropPhoto, forgetLoosePhotos, photosOf, withPhotosSent } from './kept-photos.ts'
import { serverNow } from './server-clock.ts'
import { listEntries, putEntry, removeEntry, type OutboxEntry } from './outbox-store.ts'

export type { OutboxEntry, OutboxKind } from './outbox-store.ts'

/** What one gives to the outbox: a command of this person, with what the list shall call it. */
export type Command = Pick<OutboxEntry, 'personId' | 'kind' | 'path' | 'label'> & {
  body: Readonly<Record<string, unknown>>
}

export type Delivery<T> =
  | { state: 'done'; result: T }
  /** Kept on the device; it will be sent with its own time when the network is back. */
  | { state: 'waiting'; entry: OutboxEntry }

const listeners = new Set<(settled: boolean) => void>()
const keepSettledForDays = 7
const millisecondsPerDay = 86_400_000
/** A village road: the network is there and answers nothing. */
const patienceMilliseconds = 20_000
/** The same road needs half a minute for a photo. */
const photoPatienceMilliseconds = 90_000
let lastSequence = 0

/**
 * Gives a command: keeps it on the device first, then sends it. Resolves to `waiting` when the
 * network is away or the server cannot answer now.
 * @throws ApiProblem when the server refused it; nothing is kept then, the form still holds it.
 */
export async function giveCommand<T>(
  command: Command,
  now: () => Date = serverNow,
): Promise<Delivery<T>> {
  const occurredAt = now().toISOString()
  const entry: OutboxEntry = {
    ...command,
    key: newKey(),
    body: { ...command.body, occurredAt },
    occurredAt,
    sequence: nextSequence(now()),
    state: 'waiting',
  }
  await putEntry(entry)
  changed()
  // Kept now: a crash from here on means that the command is sent at the next start, once.
  const settled = await exclusively(async () => {
    await deliverWaiting(command.personId, now)
    return (await listEntries()).find((kept) => kept.key === entry.key)
  })
  // Gone means that another tab delivered it and its page already took the answer from the list.
  if (settled === undefined || settled.state === 'waiting') return { state: 'waiting', entry }
  await removeEntry(entry.key)
  changed()
  if (settled.problem !== undefined) throw new ApiProblem(settled.problem)
  return { state: 'done', result: settled.result as T }
}

/**
 * Sends what waits for this person, in the order given. Safe to call from several tabs at once.
 */
export async function sendWaiting(
  personId: string,
  now: () => Date = () => new Date(),
): Promise<void> {
  await exclusively(async () => {
    for (const entry of await listEntries()) {
      if (entry.state !== 'waiting' && isOld(entry, now())) await removeEntry(entry.key)
    }
    await forgetLoosePhotos(now())
    await deliverWaiting(personId, now)
  })
}

/** All commands of a person that this device still keeps: waiting ones, and settled ones. */
export async function listOutbox(personId: string): Promise<OutboxEntry[]> {
  return (await listEntries()).filter((entry) => entry.personId === personId)
}

/** Takes back a waiting command, or clears a settled one from the list. */
export async function dropCommand(key: string): Promise<void> {
  await exclusively(() => removeEntry(key))
  changed()
}

/** `settled` tells that the server took or refused a command, so that what is shown may be old. */
export function subscribeOutbox(listener: (settled: boolean) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function deliverWaiting(personId: string, now: () => Date): Promise<void> {
  for (const entry of await listEntries()) {
    if (entry.personId !== personId || entry.state !== 'waiting') continue
    const outcome = await deliver(entry, now)
    if (outcome === 'settled') changed(true)
    if (outcome === 'later-all') return
  }
}

/**
 * `later-all`: nobody answers, or not to this person now, so the rest would fare no better.
 * `later`: a fault with this command; it stays, without holding up those behind it.
 */
async function deliver(
  entry: OutboxEntry,
  now: () => Date,
): Promise<'settled' | 'later' | 'later-all'> {
  const patience = new AbortController()
  const waits = photosOf(entry).length > 0 ? photoPatienceMilliseconds : patienceMilliseconds
  const timer = setTimeout(() => patience.abort(), waits)
  try {
    const body = await withPhotosSent(entry.body, patience.signal)
    const result = await send('POST', entry.path, body, {
      idempotencyKey: entry.key,
      signal: patience.signal,
    })
    await putEntry({ ...entry, body, state: 'done', result, settledAt: now().toISOString() })
    for (const photo of photosOf(entry)) await dropPhoto(photo)
    return 'settled'
  } catch (error) {
    if (patience.signal.aborted) return 'later-all'
    if (!(error instanceof ApiProblem)) throw error
    if ([0, 401, 408, 425, 429].includes(error.status)) return 'later-all'
    if (mayChange(error.status, entry, now())) return 'later'
    const { status, code, title, detail, words } = error
    await putEntry({
      ...entry,
      state: 'refused',
      problem: { status, code, title, detail, words },
      settledAt: now().toISOString(),
    })
    return 'settled'
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Whether another answer may come: a server in trouble recovers. A fault with this very command does
 * not, once it is older than what the server takes from a telephone that was offline.
 */
function mayChange(status: number, { occurredAt }: OutboxEntry, now: Date): boolean {
  if (status >= 400 && status < 500) return false
  return status !== 500 || now.getTime() - Date.parse(occurredAt) <= millisecondsPerDay
}

function isOld(entry: OutboxEntry, now: Date): boolean {
  const settledAt = new Date(entry.settledAt ?? entry.occurredAt).getTime()
  return now.getTime() - settledAt > keepSettledForDays * millisecondsPerDay
}

function nextSequence(now: Date): number {
  lastSequence = Math.max(lastSequence + 1, now.getTime())
  return lastSequence
}

let queue: Promise<unknown> = Promise.resolve()

/** One sender at a time: among tabs by the browser's lock, within this one by a queue. */
async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const run = async (): Promise<T> =>
    typeof navigator !== 'undefined' && 'locks' in navigator
      ? navigator.locks.request('azalea-outbox', work)
      : work()
  const mine = queue.then(run, run)
  queue = mine.catch(() => undefined)
  return mine
}

function changed(settled = false): void {
  for (const listener of listeners) listener(settled)
}
