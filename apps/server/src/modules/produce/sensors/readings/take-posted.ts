import type { Language } from '../../../../platform/http/language.ts'
import { readOutsideKey, type OutsideKey } from '../../../record/index.ts'
import type { ReadingParts } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { selectSensorsByCode } from '../sensors/sensor.store.ts'
import { isTokenOf } from '../sensors/sensor-token.ts'
import { keepReadings, type GivenReading } from './keep-readings.ts'

const MOST_READINGS = 5_000

export interface PostedSensor {
  readonly token: string
  readonly readings: readonly { readonly value: number; readonly at?: Date | undefined }[]
}

/**
 * Takes what a gateway posts of its sensors, each with its own token. Nothing is kept where a token is
 * wrong; else what is good is kept, and the rest told with its reasons.
 * @throws Refusal 'sensor_token_wrong', 'too_many_readings'; the reason of the first where nothing can be kept
 */
export async function takePosted(
  parts: ReadingParts,
  posted: readonly PostedSensor[],
  language: Language,
) {
  const count = posted.reduce((sum, { readings }) => sum + readings.length, 0)
  if (count > MOST_READINGS) throw refuse('too_many_readings', { most: MOST_READINGS })
  const tokens = posted.map(({ token }) => readOutsideKey(token))
  const villageIds = [...new Set(tokens.map((token) => token?.villageId))]
  const [villageId] = villageIds
  // A gateway stands in one village.
  if (villageIds.length !== 1 || villageId === undefined) throw refuse('sensor_token_wrong')
  await requireTokens(parts, villageId, tokens)
  const now = parts.clock.now()
  const given = posted.flatMap(({ readings }, index): GivenReading[] =>
    readings.map(({ value, at }) => ({ code: tokens[index]?.code ?? '', value, at: at ?? now })),
  )
  const { kept, repeated, refused } = await keepReadings(parts, villageId, given, 'http')
  const [first] = refused
  if (first !== undefined && refused.length === given.length) throw refuse(first.code)
  return {
    kept,
    repeated,
    refused: refused.map(({ index, code }) => ({
      sensor: given[index]?.code ?? '',
      index,
      code,
      sentence: refuse(code).sentence(language),
    })),
  }
}

async function requireTokens(
  { database, secrets }: ReadingParts,
  villageId: string,
  tokens: readonly (OutsideKey | null)[],
): Promise<void> {
  await database.inVillage(villageId, async (db) => {
    const codes = tokens.map((token) => token?.code ?? '')
    const sensors = await selectSensorsByCode(db, villageId, codes)
    // Of no village, or of none that has a sensor: there is no secret to hold it against.
    if (sensors.size === 0) throw refuse('sensor_token_wrong')
    const secret = await secrets.of(db, villageId)
    for (const token of tokens) {
      const sensor = token === null ? undefined : sensors.get(token.code)
      if (token === null || sensor?.speaks !== 'http' || !isTokenOf(secret, sensor, token))
        throw refuse('sensor_token_wrong')
    }
  })
}
