import { expect, it } from 'vitest'
import { bluetoothScale, type Bluetooth } from './bluetooth-scale.ts'
import { ScaleError } from './scale-driver.ts'

/** A scale that indicates these packets of the characteristic 0x2A9D, one after another. */
function scaleOf(packets: readonly (readonly number[])[]) {
  let disconnected = 0
  class Characteristic extends EventTarget {
    value: DataView | undefined
    startNotifications() {
      for (const [at, packet] of packets.entries())
        setTimeout(() => {
          this.value = new DataView(Uint8Array.from(packet).buffer)
          this.dispatchEvent(new Event('characteristicvaluechanged'))
        }, at * 2)
      return Promise.resolve()
    }
  }
  const gatt = {
    connect: () => Promise.resolve(gatt),
    disconnect: () => void (disconnected += 1),
    getPrimaryService: (service: number) => {
      expect(service).toBe(0x181d)
      return Promise.resolve({
        getCharacteristic: (characteristic: number) => {
          expect(characteristic).toBe(0x2a9d)
          return Promise.resolve(new Characteristic())
        },
      })
    },
  }
  const bluetooth: Bluetooth = { requestDevice: () => Promise.resolve({ gatt }) }
  return { bluetooth, disconnects: () => disconnected }
}

const problemOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof ScaleError ? error.problem : String(error)),
  )

it('reads what has settled, and lets go of the scale', async () => {
  const still = scaleOf([
    [0, 0xa0, 0x0f],
    [0, 0x04, 0x10],
    [0, 0x04, 0x10],
    [0, 0x04, 0x10],
  ])
  expect(await bluetoothScale(still.bluetooth, 500).read()).toEqual({ grams: 20_500 })
  expect(still.disconnects()).toBe(1)
})

it('takes a scale that indicates once', async () => {
  const once = scaleOf([[1, 0x64, 0x00]])
  expect(await bluetoothScale(once.bluetooth, 3_000).read()).toEqual({ grams: 454 })
})

it('takes nothing of garbage, of what did not succeed, or without a scale', async () => {
  const garbage = scaleOf([[0], [2, 1, 2]])
  expect(await problemOf(bluetoothScale(garbage.bluetooth, 50).read())).toBe('unsettled')
  const over = scaleOf([[0, 0xff, 0xff]])
  expect(await problemOf(bluetoothScale(over.bluetooth, 50).read())).toBe('overload')
  expect(await problemOf(bluetoothScale(null).read())).toBe('noBluetooth')
  const refused = { requestDevice: () => Promise.reject(new Error('cancelled')) }
  expect(await problemOf(bluetoothScale(refused).read())).toBe('notConnected')
})
