import type { Actor } from '../../../../platform/actor.ts'
import type { SensorCommands, SensorParts } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { lockSensor, updateSensor } from './sensor.store.ts'
import { writeToken } from './sensor-token.ts'

/**
 * Gives a sensor another token; the one before opens nothing from now on.
 * @throws Refusal 'unknown_sensor', 'sensor_has_no_token'
 */
export async function renewToken(
  { act, secrets, database }: SensorCommands & Pick<SensorParts, 'database'>,
  actor: Actor,
  key: string,
  { sensorId }: { readonly sensorId: string },
): Promise<{ readonly token: string }> {
  const { villageId } = actor
  const renewed = await act(
    { name: 'renew-sensor-token', actor, key, input: { sensorId } },
    async (tx) => {
      const sensor = await lockSensor(tx.db, villageId, sensorId)
      if (sensor === null) throw refuse('unknown_sensor')
      if (sensor.speaks !== 'http') throw refuse('sensor_has_no_token')
      const tokenNo = sensor.tokenNo + 1
      await updateSensor(tx.db, villageId, sensorId, { tokenNo })
      return { code: sensor.code, tokenNo }
    },
  )
  const secret = await database.inVillage(villageId, (db) => secrets.of(db, villageId))
  return { token: writeToken(secret, villageId, { ...renewed, sensorId }) }
}
