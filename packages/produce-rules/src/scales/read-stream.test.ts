import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ScaleStream } from './read-stream.ts'
import { SettledWeight } from './settled-weight.ts'
import { toledoChecksum } from './toledo-frames.ts'

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** 12.34 kg and so on: word A says two places, word B kilograms. */
function toledo(digits: string, { b = 0b0011_0000, checked = false } = {}): Uint8Array {
  const frame = Uint8Array.from([
    0x02,
    0b0010_1100,
    b,
    0b0010_0000,
    ...ascii(digits),
    ...ascii('000000'),
    0x0d,
  ])
  return Uint8Array.from([...frame, ...(checked ? [toledoChecksum(frame)] : [])])
}

/** The next frame begins. */
const followed = (frame: Uint8Array) => Uint8Array.from([...frame, 0x02])

it('reads lines with commas, stable and not', () => {
  const stream = new ScaleStream()
  const told = ascii(
    'ST,GS,+0012.34kg\r\nUS,GS,+00013.0  kg\r\nOL,GS,+           kg\r\nST,NT,-0000500 g\r\nST,TR,+0001.00kg\r\n',
  )
  expect(stream.next(told)).toEqual([
    { state: 'stable', grams: 12_340 },
    { state: 'moving', grams: 13_000 },
    { state: 'overload' },
    { state: 'stable', grams: -500 },
  ])
})

it('reads frames of the Toledo continuous output, with and without their checksum', () => {
  const stream = { next: (frame: Uint8Array) => new ScaleStream().next(followed(frame)) }
  expect(stream.next(toledo('001234'))).toEqual([{ state: 'stable', grams: 12_340 }])
  expect(stream.next(toledo('  1234', { b: 0b0011_1000, checked: true }))).toEqual([
    { state: 'moving', grams: 12_340 },
  ])
  expect(stream.next(toledo('001234', { b: 0b0011_0010 }))).toEqual([
    { state: 'stable', grams: -12_340 },
  ])
  expect(stream.next(toledo('001234', { b: 0b0011_0100 }))).toEqual([{ state: 'overload' }])
  const pounds = stream.next(toledo('000100', { b: 0b0010_0000 }))
  expect(pounds).toEqual([{ state: 'stable', grams: 454 }])
})

it('takes no frame whose checksum is wrong', () => {
  const stream = new ScaleStream()
  const wrong = toledo('001234', { checked: true })
  wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 1
  expect(stream.next(wrong)).toEqual([])
  expect(stream.next(followed(toledo('001235')))).toEqual([{ state: 'stable', grams: 12_350 }])
})

it('finds the next frame after noise, and keeps no more than a little', () => {
  const stream = new ScaleStream()
  expect(stream.next(ascii('\u0007\u00ffgarbage 99999kg\r\nST,GS'))).toEqual([])
  expect(stream.next(ascii(',+0001.00kg\r\n'))).toEqual([{ state: 'stable', grams: 1_000 }])
  stream.next(new Uint8Array(10_000).fill(0x55))
  expect(stream.garbled).toBeGreaterThan(9_000)
  expect(stream.next(ascii('\r\nST,GS,+0001.00kg\r\n'))).toEqual([
    { state: 'stable', grams: 1_000 },
  ])
})

it('reads the same however the bytes are cut', () => {
  const whole = [...ascii('ST,GS,+0012.34kg\r\n'), ...toledo('001234', { checked: true })]
  const said = [...whole, ...ascii('US,GS,+0012.35kg\r\n')]
  const expected = new ScaleStream().next(Uint8Array.from(said))
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 60 }),
      (cuts) => {
        const stream = new ScaleStream()
        const readings = []
        let from = 0
        for (const cut of [...cuts, said.length]) {
          readings.push(...stream.next(Uint8Array.from(said.slice(from, from + cut))))
          from += cut
        }
        expect(readings).toEqual(expected)
      },
    ),
    { numRuns: 50 },
  )
  expect(expected.map(({ state }) => state)).toEqual(['stable', 'stable', 'moving'])
})

it('never takes random bytes for a weight that was not sent', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0x80, max: 0xff }), { maxLength: 400 }), (noise) => {
      const odd = noise.map((byte) => byte | 0x40)
      expect(new ScaleStream().next(Uint8Array.from(odd))).toEqual([])
    }),
    { numRuns: 50 },
  )
})

it('has settled after three equal stable readings in a row', () => {
  const weight = new SettledWeight()
  const stable = (grams: number) => weight.next({ state: 'stable', grams })
  expect([stable(1_000), stable(1_000)]).toEqual([null, null])
  expect(weight.next({ state: 'moving', grams: 1_000 })).toBe(null)
  expect([stable(1_000), stable(1_000), stable(1_005)]).toEqual([null, null, null])
  expect([stable(1_005), stable(1_005)]).toEqual([null, 1_005])
  expect(weight.next({ state: 'overload' })).toBe(null)
})
