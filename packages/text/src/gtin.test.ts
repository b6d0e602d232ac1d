import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gtinCheckDigit, isOfCompany, readGtin, shownGtin } from './index.ts'

const body = fc.stringMatching(/^\d{13}$/)

describe('a GTIN', () => {
  // Those of GS1's own examples and of things on a shelf.
  it.each([
    ['9506000134352', '09506000134352'],
    ['6901028075831', '06901028075831'],
    ['614141007349', '00614141007349'],
    ['10614141543219', '10614141543219'],
    [' 9506 0001-3435 2 ', '09506000134352'],
    ['９５０６０００１３４３５２', '09506000134352'],
  ])('%s is written %s', (typed, written) => {
    expect(readGtin(typed)).toBe(written)
  })

  it.each(['9506000134353', '950600013435', '12345670', '095060001343521', 'abc', ''])(
    '%s is none',
    (typed) => {
      expect(readGtin(typed)).toBeNull()
    },
  )

  it('notices every digit that is wrong, and most that are swapped', () => {
    fc.assert(
      fc.property(body, fc.nat(13), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const gtin = digits + gtinCheckDigit(digits)
        expect(readGtin(gtin)).toBe(gtin)
        const wrong = (Number(gtin[at]) + by) % 10
        expect(readGtin(gtin.slice(0, at) + wrong + gtin.slice(at + 1))).toBeNull()
      }),
    )
  })

  it('is shown in as many digits as stand below a bar code', () => {
    expect(shownGtin('09506000134352')).toBe('9506000134352')
    expect(shownGtin('10614141543219')).toBe('10614141543219')
  })

  it('is of whoever holds the prefix with which it begins', () => {
    expect(isOfCompany('09506000134352', '9506000')).toBe(true)
    expect(isOfCompany('19506000134359', '9506000')).toBe(true)
    expect(isOfCompany('09506000134352', '9506001')).toBe(false)
  })
})
