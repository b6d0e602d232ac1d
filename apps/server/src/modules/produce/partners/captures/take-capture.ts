import { partnerTold } from '@azalea/records'
import { readPackAddress } from '@azalea/text'
import { createHash } from 'node:crypto'
import { systemActor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { inEveryVillage, type Job } from '../../../../platform/jobs.ts'
import { selectVillageIds } from '../../../community/index.ts'
import type { Tx } from '../../../record/index.ts'
import { selectNamedPacks } from '../../packs/index.ts'
import type { PartnerCommands, PartnerReaders } from '../parts.ts'
import { finishCapture, lockChecked, selectWaiting, type CaptureOutcome } from './capture.store.ts'
import type { CheckedCapture, EventFault, ToldEvent } from './check-capture-file.ts'
import { declareWrong, insertEvents, selectKnown, type NewEvent } from './partner-event.store.ts'

const MOST_FAULTS_KEPT = 100

type TakeParts = Pick<PartnerCommands, 'act'> & Pick<PartnerReaders, 'database'>

/** Keeps what a server that ended in between has left. */
export function takeCapturesJob(parts: TakeParts): Job {
  return {
    name: 'take-captures',
    everyMinutes: 1,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, async (villageId) => {
        const waiting = await parts.database.inVillage(villageId, (db) =>
          selectWaiting(db, villageId),
        )
        for (const captureId of waiting) await takeCapture(parts, villageId, captureId)
      })
    },
  }
}

/**
 * Keeps what a capture brought, in one transaction: each event once, whoever sends it again. With
 * `rollback` one fault keeps all of it out. The log learns how many, and their hash.
 */
export async function takeCapture(
  { act }: TakeParts,
  villageId: string,
  captureId: string,
): Promise<void> {
  const actor = systemActor(villageId)
  const input = { captureId }
  await act({ name: 'take-capture', actor, key: captureId, input }, async (tx) => {
    const capture = await lockChecked(tx.db, villageId, captureId)
    if (capture === null) return {}
    const { partnerId, onError, checked } = capture
    const sorted = await sortTold(tx.db, villageId, partnerId, checked)
    const isRolledBack = onError === 'rollback' && sorted.faults.length > 0
    const outcome = isRolledBack
      ? { storedCount: 0, repeatedCount: 0, unknownCount: 0 }
      : await keep(tx, { partnerId, captureId }, sorted)
    await finishCapture(tx.db, villageId, captureId, {
      ...outcome,
      faultCount: sorted.faults.length,
      faults: sorted.faults.toSorted((a, b) => a.no - b.no).slice(0, MOST_FAULTS_KEPT),
      finishedAt: tx.now,
    })
    return {}
  })
}

interface Declared {
  readonly eventId: string
  readonly wrongSince: string
  readonly told: ToldEvent
}

interface Sorted {
  readonly fresh: readonly ToldEvent[]
  /** What is declared wrong, of those told before. */
  readonly declared: readonly Declared[]
  readonly repeatedCount: number
  readonly faults: readonly EventFault[]
}

async function sortTold(
  db: Db,
  villageId: string,
  partnerId: string,
  { events, faults }: CheckedCapture,
): Promise<Sorted> {
  const toldIds = events.map(({ toldId }) => toldId)
  const known = await selectKnown(db, villageId, partnerId, toldIds)
  const fresh = new Map<string, ToldEvent>()
  const declared: Declared[] = []
  const differing: EventFault[] = []
  let repeatedCount = 0
  for (const told of events) {
    const before = known.get(told.toldId)
    const beside = fresh.get(told.toldId)
    if (before === undefined && beside === undefined) fresh.set(told.toldId, told)
    else if ((before ?? beside)?.digest !== told.digest)
      differing.push({ no: told.no, code: 'event_differs', params: {} })
    else if (told.wrongSince === null) repeatedCount += 1
    else if (before !== undefined)
      declared.push({ eventId: before.eventId, wrongSince: told.wrongSince, told })
    // Told and declared wrong in one document.
    else fresh.set(told.toldId, told)
  }
  return {
    fresh: [...fresh.values()],
    declared,
    repeatedCount,
    faults: [...faults, ...differing],
  }
}

async function keep(
  tx: Tx,
  from: { readonly partnerId: string; readonly captureId: string },
  { fresh, declared, repeatedCount }: Sorted,
): Promise<Omit<CaptureOutcome, 'faultCount' | 'faults'>> {
  const { db, villageId } = tx
  const named = new Map(
    fresh
      .flatMap(({ epcs }) => epcs)
      .flatMap((epc) => {
        const name = readPackAddress(epc)
        return name === null ? [] : [[epc, name]]
      }),
  )
  const known = await selectNamedPacks(db, villageId, named)
  const unknown = new Set<string>()
  const packOf = (epc: string) => {
    const pack = known.get(epc)
    if (pack === undefined) unknown.add(epc)
    return pack ?? []
  }
  const events = fresh.map((told): NewEvent => {
    return { ...told, eventId: tx.newId(), packs: told.epcs.flatMap(packOf) }
  })
  await insertEvents(db, villageId, from, events)
  await declareWrong(db, villageId, declared)
  const kept = [...fresh, ...declared.map(({ told }) => told)]
  if (kept.length > 0)
    tx.append(partnerTold({ public: { events: kept.length, digest: digestOf(kept) }, parts: [] }))
  return { storedCount: fresh.length, repeatedCount, unknownCount: unknown.size }
}

/** A line for each event: its name, the hash of what it says, and since when it is declared wrong. */
function digestOf(events: readonly ToldEvent[]): string {
  const hash = createHash('sha256')
  for (const { toldId, digest, wrongSince } of events)
    hash.update(`${toldId} ${digest} ${wrongSince ?? '-'}\n`)
  return hash.digest('hex')
}
