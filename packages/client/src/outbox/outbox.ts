import type { Values } from '../address.ts'
import type { Calls } from '../calls.ts'
import { ApiProblem } from '../problem.ts'
import {
  addressOfCommand,
  isInPlaceOf,
  type Command,
  type Delivery,
  type OutboxEntry,
  type OutboxKind,
  type ResultOf,
} from './commands.ts'
import { createKeptPhotos, photosOf, type KeptPhotos, type PhotoParts } from './kept-photos.ts'

export interface OutboxParts<Photo> extends PhotoParts<Photo> {
  calls: Pick<Calls, 'post' | 'send'>
}

export interface Outbox<Photo> {
  /**
   * Gives a command: keeps it on the device first, then sends it. Resolves to `waiting` when the
   * network is away or the server cannot answer now. Of a claim that waits the newest stands.
   * @throws ApiProblem when the server refused it; nothing is kept then, the form still holds it.
   */
  give<Kind extends OutboxKind>(command: Command<Kind>): Promise<Delivery<ResultOf<Kind>>>
  /** Sends what waits for this person, in the order given. Safe to call several times at once. */
  sendWaiting(personId: string): Promise<void>
  /** All commands of a person that this device still keeps: waiting ones, and settled ones. */
  list(personId: string): Promise<OutboxEntry[]>
  /** Takes back a waiting command, or clears a settled one from the list. */
  drop(key: string): Promise<void>
  /** `settled` tells that the server took or refused a command, so that what is shown may be old. */
  subscribe(listener: (settled: boolean) => void): () => void
  readonly photos: KeptPhotos<Photo>
}

const keepSettledForDays = 7
const millisecondsPerDay = 86_400_000
/** A village road: the network is there and answers nothing. */
const patienceMilliseconds = 20_000

/** The commands of this device that wait for a network, over the ports of its platform. */
export function createOutbox<Photo>(parts: OutboxParts<Photo>): Outbox<Photo> {
  const { storage, clock } = parts
  const photos = createKeptPhotos(parts)
  const listeners = new Set<(settled: boolean) => void>()
  const changed = (settled = false) => listeners.forEach((listener) => listener(settled))
  const alone = oneAtATime((work) => storage.alone?.(work) ?? work())
  const nextSequence = risingFrom(() => clock.now().getTime())

  const entries = async () => {
    const kept = await storage.list<OutboxEntry>('commands')
    return kept.sort((one, other) => one.sequence - other.sequence)
  }
  const put = (entry: OutboxEntry) => storage.put('commands', entry.key, entry)

  const deliverWaiting = async (personId: string) => {
    for (const entry of await entries()) {
      if (entry.personId !== personId || entry.state !== 'waiting') continue
      const outcome = await deliver(parts, photos, entry, put)
      if (outcome === 'settled') changed(true)
      if (outcome === 'later-all') return
    }
  }

  return {
    photos,
    give: async ({ params, ...command }) => {
      const occurredAt = clock.now().toISOString()
      const entry: OutboxEntry = {
        ...command,
        path: addressOfCommand(command.kind, params),
        key: parts.http.newKey(),
        body: { ...(command.body as Values), occurredAt },
        occurredAt,
        sequence: nextSequence(),
        state: 'waiting',
      }
      await put(entry)
      changed()
      // Kept now: a crash from here on means that the command is sent at the next start, once.
      const settled = await alone(async () => {
        await dropReplaced(parts, await entries(), entry)
        await deliverWaiting(command.personId)
        return storage.find<OutboxEntry>('commands', entry.key)
      })
      // Gone means that another tab delivered it and its page already took the answer from the list.
      if (settled === undefined || settled.state === 'waiting')
        return { state: 'waiting', entry: settled ?? entry }
      await storage.remove('commands', entry.key)
      changed()
      if (settled.problem !== undefined) throw new ApiProblem(settled.problem)
      return { state: 'done', result: settled.result as ResultOf<typeof command.kind> }
    },
    sendWaiting: (personId) =>
      alone(async () => {
        for (const entry of await entries())
          if (entry.state !== 'waiting' && isOld(entry, clock.now()))
            await storage.remove('commands', entry.key)
        await photos.forgetLoose()
        await deliverWaiting(personId)
      }),
    list: async (personId) => (await entries()).filter((entry) => entry.personId === personId),
    drop: async (key) => {
      await alone(() => storage.remove('commands', key))
      changed()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What waited and is not sent any more, for this was given in its place. */
async function dropReplaced(
  { storage }: Pick<OutboxParts<never>, 'storage'>,
  kept: readonly OutboxEntry[],
  entry: OutboxEntry,
): Promise<void> {
  const earlier = kept.filter((one) => isInPlaceOf(entry, one))
  // Crashed in between, both are sent in their order, and the newest stands all the same.
  for (const { key } of earlier) await storage.remove('commands', key)
  if (earlier.length === 0) return
  await storage.put('commands', entry.key, { ...entry, replacesWaiting: true })
}

/**
 * `later-all`: nobody answers, or not to this person now, so the rest would fare no better.
 * `later`: a fault with this command; it stays, without holding up those behind it.
 */
async function deliver<Photo>(
  { calls, clock }: OutboxParts<Photo>,
  photos: KeptPhotos<Photo>,
  entry: OutboxEntry,
  put: (entry: OutboxEntry) => Promise<void>,
): Promise<'settled' | 'later' | 'later-all'> {
  try {
    const body = await photos.withPhotosSent(entry.body)
    const result = await calls.send('POST', entry.path, body, {
      idempotencyKey: entry.key,
      patienceMilliseconds,
    })
    await put({ ...entry, body, state: 'done', result, settledAt: clock.now().toISOString() })
    for (const photo of photosOf(entry)) await photos.drop(photo)
    return 'settled'
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    if ([0, 401, 408, 425, 429].includes(error.status)) return 'later-all'
    if (mayChange(error.status, entry, clock.now())) return 'later'
    const { status, code, title, detail, words } = error
    const problem = { status, code, title, detail, words }
    await put({ ...entry, state: 'refused', problem, settledAt: clock.now().toISOString() })
    return 'settled'
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

/** Numbers that rise with the clock, and rise where it stands still or goes back. */
function risingFrom(now: () => number): () => number {
  let last = 0
  return () => {
    last = Math.max(last + 1, now())
    return last
  }
}

type Alone = <Result>(work: () => Promise<Result>) => Promise<Result>

/** One after the other within this program, and among all that share the storage by its own lock. */
function oneAtATime(amongPrograms: Alone): Alone {
  let queue: Promise<unknown> = Promise.resolve()
  return (work) => {
    const run = () => amongPrograms(work)
    const mine = queue.then(run, run)
    queue = mine.catch(() => undefined)
    return mine
  }
}
