import { civilDay } from '@azalea/text'
import { selectVillageIds } from '../../../community/index.ts'
import type { ReadingParts } from '../parts.ts'
import type { SensorRefusalCode } from '../refusals.ts'
import { keepReadings, type GivenReading } from '../readings/keep-readings.ts'
import { countStray } from '../readings/reading.store.ts'
import { readMessage } from './read-message.ts'

/** In one statement. */
const MOST_TOGETHER = 5_000

interface Message {
  readonly topic: string
  readonly payload: Uint8Array
}

interface ForVillage {
  readonly given: GivenReading[]
  readonly problems: { readonly problem: SensorRefusalCode; readonly topic: string }[]
}

/**
 * Keeps the readings of messages, village by village; what cannot be read is counted with its village.
 * @returns how many were of no village of this server
 */
export async function keepMessages(
  parts: Pick<ReadingParts, 'database' | 'clock'>,
  messages: readonly Message[],
): Promise<number> {
  const now = parts.clock.now()
  const known = new Set(await parts.database.outsideVillages(selectVillageIds))
  const villages = new Map<string, ForVillage>()
  let strays = 0
  for (const { topic, payload } of messages) {
    const read = readMessage(topic, payload, now)
    if (read.villageId === null || !known.has(read.villageId)) {
      strays += 1
      continue
    }
    const of = villages.get(read.villageId) ?? { given: [], problems: [] }
    villages.set(read.villageId, of)
    if ('problem' in read) of.problems.push({ problem: read.problem, topic })
    else of.given.push(...read.readings)
  }
  for (const [villageId, { given, problems }] of villages) {
    for (let at = 0; at < given.length; at += MOST_TOGETHER)
      await keepReadings(parts, villageId, given.slice(at, at + MOST_TOGETHER), 'mqtt')
    await countProblems(parts, villageId, problems, now)
  }
  return strays
}

async function countProblems(
  { database }: Pick<ReadingParts, 'database'>,
  villageId: string,
  problems: ForVillage['problems'],
  now: Date,
): Promise<void> {
  if (problems.length === 0) return
  const codes = [...new Set(problems.map(({ problem }) => problem))]
  await database.inVillage(villageId, async (db) => {
    for (const code of codes) {
      const of = problems.filter(({ problem }) => problem === code)
      const topic = of.at(-1)?.topic ?? ''
      await countStray(db, villageId, { day: civilDay(now), code, count: of.length, topic })
    }
  })
}
