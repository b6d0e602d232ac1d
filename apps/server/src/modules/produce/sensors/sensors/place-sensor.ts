import type { SensorKind } from '@azalea/produce-rules'
import type { Actor } from '../../../../platform/actor.ts'
import { makeHolderCode } from '../../../record/index.ts'
import { readPlots } from '../../land/index.ts'
import type { SensorCommands, SensorParts } from '../parts.ts'
import { refuse } from '../refusals.ts'
import type { Speaks } from '../tables.ts'
import { countSensors, insertSensor, lockSensors } from './sensor.store.ts'
import { writeToken } from './sensor-token.ts'

/** A village of two thousand plots has one on each. */
const MOST_SENSORS = 2_000

export interface PlaceSensorInput {
  readonly plotId: string
  readonly name: string
  readonly kind: SensorKind
  readonly speaks: Speaks
  /** Whether anybody may read it, also without a sign-in. */
  readonly isPublic: boolean
}

export interface PlacedSensor {
  readonly sensorId: string
  readonly code: string
  /** Of what speaks by HTTP; nobody is told it again. */
  readonly token: string | null
}

/**
 * Places a sensor on a plot.
 * @throws Refusal 'unknown_plot_of_sensor', 'too_many_sensors'
 */
export async function placeSensor(
  {
    act,
    secrets,
    randomness,
    database,
  }: SensorCommands & Pick<SensorParts, 'randomness' | 'database'>,
  actor: Actor,
  key: string,
  input: PlaceSensorInput,
): Promise<PlacedSensor> {
  const { villageId } = actor
  const placed = await act(
    { name: 'place-sensor', actor, key, input: { ...input } },
    async (tx) => {
      const { db } = tx
      await lockSensors(db, villageId)
      const plots = await readPlots(db, villageId, [input.plotId])
      if (!plots.has(input.plotId)) throw refuse('unknown_plot_of_sensor')
      if ((await countSensors(db, villageId)) >= MOST_SENSORS)
        throw refuse('too_many_sensors', { most: MOST_SENSORS })
      const sensorId = tx.newId()
      const code = makeHolderCode((count) => randomness.bytes(count))
      await insertSensor(db, villageId, {
        ...input,
        sensorId,
        code,
        tokenNo: 1,
        placedBy: actor.personId,
        placedAt: tx.now,
      })
      return { sensorId, code }
    },
  )
  if (input.speaks !== 'http') return { ...placed, token: null }
  const secret = await database.inVillage(villageId, (db) => secrets.of(db, villageId))
  return { ...placed, token: writeToken(secret, villageId, { ...placed, tokenNo: 1 }) }
}
