import { timingSafeEqual } from 'node:crypto'
import type { VillageSecret } from '../../../record/index.ts'

/** A token names its village and its sensor, so that nothing is searched for. */
export interface SensorToken {
  readonly villageId: string
  readonly code: string
  readonly proof: string
}

export const tokenPattern = /^(\d{12})\.([0-9a-z]{8})\.([\w-]{43})$/

interface Tokened {
  readonly sensorId: string
  readonly code: string
  readonly tokenNo: number
}

/** It follows from the village's secret, so that the database holds none: not even its answers' replays. */
export function writeToken(secret: VillageSecret, villageId: string, sensor: Tokened): string {
  return `${villageId}.${sensor.code}.${proofOf(secret, sensor)}`
}

export function readToken(written: string): SensorToken | null {
  const [, villageId, code, proof] = tokenPattern.exec(written) ?? []
  if (villageId === undefined || code === undefined || proof === undefined) return null
  return { villageId, code, proof }
}

export function isTokenOf(secret: VillageSecret, sensor: Tokened, { proof }: SensorToken): boolean {
  const right = Buffer.from(proofOf(secret, sensor))
  const given = Buffer.from(proof)
  return right.length === given.length && timingSafeEqual(right, given)
}

function proofOf(secret: VillageSecret, { sensorId, tokenNo }: Tokened): string {
  return secret.hashOf('sensor token', `${sensorId} ${tokenNo}`)
}
