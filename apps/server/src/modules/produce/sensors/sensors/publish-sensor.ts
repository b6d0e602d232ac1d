import type { Actor } from '../../../../platform/actor.ts'
import type { SensorCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { lockSensor, updateSensor } from './sensor.store.ts'

/**
 * Lets anybody read a sensor, or only who grows there and the village's offices.
 * @throws Refusal 'unknown_sensor'
 */
export async function publishSensor(
  { act }: Pick<SensorCommands, 'act'>,
  actor: Actor,
  key: string,
  { sensorId, isPublic }: { readonly sensorId: string; readonly isPublic: boolean },
): Promise<Record<string, never>> {
  const input = { sensorId, isPublic }
  return act({ name: 'publish-sensor', actor, key, input }, async ({ db, villageId }) => {
    if ((await lockSensor(db, villageId, sensorId)) === null) throw refuse('unknown_sensor')
    await updateSensor(db, villageId, sensorId, { isPublic })
    return {}
  })
}
