import { outsideKeys, type OutsideKey, type VillageSecret } from '../../../record/index.ts'

interface Tokened {
  readonly sensorId: string
  readonly code: string
  readonly tokenNo: number
}

const keys = outsideKeys('sensor token')
const holderOf = ({ sensorId, code, tokenNo }: Tokened) => ({
  holderId: sensorId,
  code,
  keyNo: tokenNo,
})

export function writeToken(secret: VillageSecret, villageId: string, sensor: Tokened): string {
  return keys.write(secret, villageId, holderOf(sensor))
}

export function isTokenOf(secret: VillageSecret, sensor: Tokened, token: OutsideKey): boolean {
  return keys.isOf(secret, holderOf(sensor), token)
}
