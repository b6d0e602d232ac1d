import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cleanLine,
  cleanName,
  cleanParagraphs,
  compactText,
  countGraphemes,
  fits,
  isName,
  isPlateCode,
  isVisible,
  nameKey,
  NAME_SIGNS,
  PLATE_ALPHABET,
  plateCheckCharacter,
  readDigitCode,
  readPhone,
  readPlateCode,
} from './index.ts'

/** Any code points, lone surrogates too, with many of those that do harm. */
const harmful = fc.constantFrom(
  ...Array.from(
    '\u0000\u0007\u0085\u00ad\u00b7\u034f\u0301\u061c\u115f\u180b\u180e\u200b\u200d\u200e\u2022\u2028\u202e\u2066\u2800\u2f00\u2e9f\u3000\u3007\u3164\u25cb\ud800\udc00\ue863\uf8ff\ufb50\ufe0f\ufeff\uff0e\uffa0\uffff .-\n\t\r',
  ),
  '\u{e0100}',
  '\u{e0041}',
  '\u{f0000}',
  '\u{10fffd}',
  '[U+E863]',
)
const part = fc.oneof(
  harmful,
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.constantFrom('村', 'a', '高', '1'),
)
const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''))
const often = { numRuns: 1_000 }

describe.each([
  ['cleanLine', cleanLine],
  ['cleanParagraphs', cleanParagraphs],
  ['cleanName', cleanName],
  ['compactText', compactText],
  ['nameKey', nameKey],
  ['readDigitCode', (typed: string) => readDigitCode(typed)],
  ['readPlateCode', readPlateCode],
  ['readPhone', (typed: string) => readPhone(typed) ?? ''],
] as const)('%s', (_, clean) => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const once = clean(typed)
        expect(clean(once)).toBe(once)
      }),
      often,
    )
  })

  it('leaves no control, bidi or half character, and is well formed', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const left = clean(typed).replaceAll('\n', '')
        expect(left).not.toMatch(/[\p{Cc}\p{Cs}\p{Co}\u202a-\u202e\u2066-\u2069\u200e\u200f]/u)
        expect(left).not.toMatch(/[\u200b\u2060\u3164\u115f\uffa0\ufeff\u2800]/)
      }),
      often,
    )
  })
})

it('gives a text that can be seen, or none', () => {
  fc.assert(
    fc.property(text, (typed) => {
      for (const cleaned of [cleanLine(typed), cleanParagraphs(typed)])
        expect(cleaned === '' || isVisible(cleaned)).toBe(true)
    }),
    often,
  )
})

it('lets a line be one line, in NFC', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const line = cleanLine(typed)
      expect(line).not.toMatch(/[\n\r\u2028\u2029]/)
      expect(line.normalize('NFC')).toBe(line)
    }),
    often,
  )
})

it('makes of a cleaned name the key that a database makes of it', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const cleaned = cleanName(typed)
      fc.pre(isName(cleaned))
      const signs = new Set(NAME_SIGNS)
      const kept = Array.from(cleaned).filter((character) => !signs.has(character))
      expect(nameKey(typed)).toBe(kept.join('').toLowerCase())
    }),
    often,
  )
})

it('reads a telephone out of every way to group it', () => {
  const phone = fc.tuple(fc.constantFrom('13', '15', '18', '19'), fc.nat(999_999_999))
  const gap = fc.constantFrom('', ' ', '-', '　', '\u00a0', '\u2011', '.')
  const country = fc.constantFrom('', '+86', '86', '0086', '＋８６', '(+86)', '+86 ', '+86-')
  fc.assert(
    fc.property(phone, gap, country, ([head, rest], between, before) => {
      const number = head + String(rest).padStart(9, '0')
      const parts = [number.slice(0, 3), number.slice(3, 7), number.slice(7)]
      expect(readPhone(before + parts.join(between))).toBe(number)
    }),
  )
})

it('counts graphemes, and bounds what one of them holds', () => {
  expect(countGraphemes('👨‍👩‍👧陈é')).toBe(3)
  expect(fits('👨‍👩‍👧'.repeat(60), 60)).toBe(true)
  expect(fits('村'.repeat(61), 60)).toBe(false)
  expect(fits('🧑🏿‍❤️‍💋‍🧑🏿'.repeat(60), 20)).toBe(false)
  const zalgo = cleanLine(`a${'\u0316'.repeat(10_000)}`)
  expect(zalgo.length).toBeLessThan(12)
})

it('catches every wrong character and every swap in a plate code', () => {
  const body = fc.string({
    unit: fc.constantFrom(...Array.from(PLATE_ALPHABET)),
    minLength: 7,
    maxLength: 7,
  })
  fc.assert(
    fc.property(body, fc.nat(7), fc.nat(7), fc.nat(30), (seven, one, other, symbol) => {
      const code = seven + plateCheckCharacter(seven)
      expect(isPlateCode(code)).toBe(true)
      const symbols = Array.from(code)
      const wrong = symbols.with(one, PLATE_ALPHABET[symbol] ?? '').join('')
      expect(isPlateCode(wrong)).toBe(wrong === code)
      const swapped = symbols.with(one, symbols[other] ?? '').with(other, symbols[one] ?? '')
      expect(isPlateCode(swapped.join(''))).toBe(swapped.join('') === code)
    }),
    often,
  )
})
