import type { GivenReading } from '../readings/keep-readings.ts'
import type { SensorRefusalCode } from '../refusals.ts'

/** What is subscribed to: village and code of the sensor. */
export const TOPICS = 'azalea/+/+/reading'
const topicPattern = /^azalea\/(\d{12})\/([^/]{1,40})\/reading$/
/** Fifteen hundred readings of a gateway that was without a network. */
const MOST_BYTES = 64 * 1024
const MOST_READINGS = 1_500
/** Seconds since 1970 have ten digits until the year 2286, milliseconds thirteen. */
const FIRST_MILLISECONDS = 100_000_000_000

export interface SensorMessage {
  readonly villageId: string
  readonly code: string
  readonly readings: readonly GivenReading[]
}

export interface MessageProblem {
  /** Null where the topic names none. */
  readonly villageId: string | null
  readonly problem: SensorRefusalCode
}

/**
 * Reads a message: a number; or JSON `{"value": 17.2, "at": "2026-11-30T04:00:00Z"}`, with `at` also as
 * seconds or milliseconds since 1970, or left out; or a list of these. Whether a value is one is looked
 * at later, with its sensor.
 */
export function readMessage(
  topic: string,
  payload: Uint8Array,
  now: Date,
): SensorMessage | MessageProblem {
  const [, villageId, code] = topicPattern.exec(topic) ?? []
  if (villageId === undefined || code === undefined)
    return { villageId: null, problem: 'sensor_message_malformed' }
  if (payload.byteLength > MOST_BYTES) return { villageId, problem: 'sensor_message_too_large' }
  const said = parse(new TextDecoder().decode(payload).trim())
  const list = Array.isArray(said) ? said : [said]
  if (list.length > MOST_READINGS) return { villageId, problem: 'sensor_message_too_large' }
  const readings = list.map((one) => readOne(code, one, now))
  const isRead = readings.every((one) => one !== null)
  if (!isRead || readings.length === 0) return { villageId, problem: 'sensor_message_malformed' }
  return { villageId, code, readings }
}

/** Undefined: it is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A number as sensors write it (+1.5, NaN, 1e400): whether it is one is told with its sensor.
    return /^[+-]?(nan|inf(inity)?|[\d.]+(e[+-]?\d+)?)$/i.test(text) ? Number(text) : undefined
  }
}

function readOne(code: string, said: unknown, now: Date): GivenReading | null {
  if (typeof said === 'number') return { code, value: said, at: now }
  if (typeof said !== 'object' || said === null || !('value' in said)) return null
  const at = 'at' in said ? readTime(said.at) : now
  return at === null ? null : { code, value: said.value, at }
}

function readTime(said: unknown): Date | null {
  if (typeof said === 'number') return new Date(said < FIRST_MILLISECONDS ? said * 1_000 : said)
  if (typeof said !== 'string' || said.length > 40) return null
  const at = new Date(said)
  return Number.isNaN(at.getTime()) ? null : at
}
