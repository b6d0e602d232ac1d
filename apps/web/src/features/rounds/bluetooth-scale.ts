import {
  readWeightMeasurement,
  SettledWeight,
  WEIGHT_MEASUREMENT,
  WEIGHT_SCALE_SERVICE,
} from '@azalea/produce-rules'
import { ScaleError, type ScaleDriver } from './scale-driver.ts'

/** What of Web Bluetooth is used; no browser's types have it. */
export interface Bluetooth {
  requestDevice(options: {
    filters: readonly { services: readonly number[] }[]
  }): Promise<{ readonly gatt?: Gatt | undefined }>
}

interface Gatt {
  connect(): Promise<Gatt>
  disconnect(): void
  getPrimaryService(service: number): Promise<{
    getCharacteristic(characteristic: number): Promise<Characteristic>
  }>
}

interface Characteristic extends EventTarget {
  readonly value?: DataView | undefined
  startNotifications(): Promise<unknown>
}

const WAIT_MS = 20_000

/** The browser's Bluetooth; null where it has none. */
function bluetoothOf(browser: Navigator): Bluetooth | null {
  return 'bluetooth' in browser ? (browser.bluetooth as Bluetooth) : null
}

/**
 * A scale with the Weight Scale Service of the Bluetooth SIG. Such a scale indicates what has settled,
 * some of them once, some again and again: one is taken when nothing else follows within a second.
 */
export function bluetoothScale(
  bluetooth: Bluetooth | null = bluetoothOf(navigator),
  waitMs = WAIT_MS,
): ScaleDriver {
  return {
    read: async () => {
      if (bluetooth === null) throw new ScaleError('noBluetooth')
      const device = await bluetooth
        .requestDevice({ filters: [{ services: [WEIGHT_SCALE_SERVICE] }] })
        .catch(() => null)
      if (!device?.gatt) throw new ScaleError('notConnected')
      const { gatt } = device
      try {
        const server = await gatt.connect()
        const service = await server.getPrimaryService(WEIGHT_SCALE_SERVICE)
        const weight = await service.getCharacteristic(WEIGHT_MEASUREMENT)
        return { grams: await settledOf(weight, waitMs) }
      } catch (error) {
        throw error instanceof ScaleError ? error : new ScaleError('notConnected')
      } finally {
        gatt.disconnect()
      }
    },
  }
}

const QUIET_MS = 1_000

function settledOf(characteristic: Characteristic, waitMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const weight = new SettledWeight()
    let quiet: ReturnType<typeof setTimeout> | undefined
    const end = (settle: () => void) => {
      clearTimeout(quiet)
      clearTimeout(late)
      characteristic.removeEventListener('characteristicvaluechanged', onValue)
      settle()
    }
    const late = setTimeout(() => {
      const isOver = weight.last?.state === 'overload'
      end(() => reject(new ScaleError(isOver ? 'overload' : 'unsettled')))
    }, waitMs)
    function onValue() {
      const reading = characteristic.value ? readWeightMeasurement(characteristic.value) : null
      if (reading === null) return
      clearTimeout(quiet)
      const grams = weight.next(reading)
      if (grams !== null) return end(() => resolve(grams))
      if (reading.state !== 'stable') return
      const told = reading.grams
      quiet = setTimeout(() => end(() => resolve(told)), QUIET_MS)
    }
    characteristic.addEventListener('characteristicvaluechanged', onValue)
    characteristic
      .startNotifications()
      .catch(() => end(() => reject(new ScaleError('notConnected'))))
  })
}
