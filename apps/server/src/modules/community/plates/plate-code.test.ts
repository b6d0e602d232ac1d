import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seededRandomness } from '../../../../test/randomness.ts'
import { isPlateCode, PLATE_ALPHABET as ALPHABET, readPlateCode } from '@azalea/text'
import { makePlateCode } from './plate-code.ts'

const randomness = seededRandomness('plates')
const code = fc.nat().map((seed) => makePlateCode(seededRandomness(String(seed))))
const place = fc.nat(7)

it('makes codes of eight symbols that WeChat lets stand in a scene', () => {
  fc.assert(fc.property(code, (made) => /^[0-9A-HJKMNP-TV-Y]{8}$/.test(made)))
})

it('accepts what it made', () => {
  fc.assert(fc.property(code, isPlateCode))
})

it('catches every single wrong character', () => {
  fc.assert(
    fc.property(code, place, fc.nat(30), (made, at, other) => {
      const symbol = ALPHABET.charAt(other)
      fc.pre(symbol !== made[at])
      expect(isPlateCode(made.slice(0, at) + symbol + made.slice(at + 1))).toBe(false)
    }),
    { numRuns: 2_000 },
  )
})

it('catches every swap of two characters, neighbours or not', () => {
  fc.assert(
    fc.property(code, place, place, (made, one, other) => {
      const symbols = Array.from(made)
      fc.pre(symbols[one] !== symbols[other])
      const swapped = symbols.with(one, symbols[other]!).with(other, symbols[one]!).join('')
      expect(isPlateCode(swapped)).toBe(false)
    }),
    { numRuns: 2_000 },
  )
})

it('uses every symbol about as often', () => {
  const counts = new Map<string, number>()
  for (let made = 0; made < 4_000; made++)
    for (const symbol of makePlateCode(randomness))
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
  expect(counts.size).toBe(31)
  const expected = (4_000 * 8) / 31
  for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected / 4)
})

it('forgives how a code is typed', () => {
  const forgiving = fc.tuple(code, fc.constantFrom(' ', '-', '　', '–', '')).map(([made, gap]) => ({
    made,
    typed: `${made.slice(0, 4)}${gap}${made.slice(4)}`
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', 'l')
      .replaceAll('2', 'z')
      .replaceAll('v', 'U'),
  }))
  fc.assert(fc.property(forgiving, ({ made, typed }) => readPlateCode(typed) === made))
  expect(readPlateCode(' ＡＢ１２ ')).toBe('AB12')
  expect(readPlateCode('https://azalea.example/p/ABCD2345')).toBe('ABCD2345')
  expect(readPlateCode('https://azalea.example/#/plates/abcd2345')).toBe('ABCD2345')
})

it('refuses what is too short, too long or of other symbols', () => {
  for (const text of ['', 'A', 'ABCDEFG', 'ABCDEFGHJ', 'ABCD!345', '菜地菜地菜地菜地', '𠮷𠮷𠮷𠮷'])
    expect(isPlateCode(readPlateCode(text)), text).toBe(false)
})
