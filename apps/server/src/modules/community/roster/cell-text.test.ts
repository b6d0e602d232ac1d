import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBirthYear } from './birth-year.ts'
import { readGroup, readHouseNo, readName } from './cell-text.ts'
import { identityCheckCharacter, readIdentityNumber } from './identity-number.ts'
import { cellAddress } from './roster-errors.ts'

describe('identity numbers (GB 11643-1999)', () => {
  it('accepts the standard’s own examples', () => {
    expect(readIdentityNumber('11010519491231002X')).toMatchObject({ ok: true, last4: '002X' })
    expect(readIdentityNumber('440524188001010014')).toMatchObject({ ok: true, birthYear: 1880 })
  })

  it('forgives full-width digits, spaces and a small x', () => {
    expect(readIdentityNumber(' １１０１０５ 19491231 002x')).toMatchObject({
      ok: true,
      number: '11010519491231002X',
    })
  })

  it('refuses a wrong length, a day that never was and a wrong check character', () => {
    expect(readIdentityNumber('110105491231002')).toEqual({ ok: false, code: 'id_malformed' })
    expect(readIdentityNumber('110105194902310022')).toEqual({ ok: false, code: 'id_bad_date' })
    expect(readIdentityNumber('110105194912310021')).toEqual({ ok: false, code: 'id_check_failed' })
  })

  it('catches every single wrong digit', () => {
    const digits = fc.integer({ min: 0, max: 99_999_999_999 })
    fc.assert(
      fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const first17 = `330199${String(number).padStart(11, '0')}`
        const wrong = Array.from(first17, (digit, index) =>
          index === place ? String((Number(digit) + by) % 10) : digit,
        ).join('')
        expect(identityCheckCharacter(wrong)).not.toBe(identityCheckCharacter(first17))
      }),
    )
  })
})

it('reads years of birth as rosters write them', () => {
  const written: [string | number | Date, number | null][] = [
    ['2026.11.5', 2026],
    ['１９６２．３', 1962],
    ['1962-03', 1962],
    ['1962年3月5日', 1962],
    ['1962年3月', 1962],
    ['1962年', 1962],
    ['1962/3/5', 1962],
    ['19620305', 1962],
    ['196203', 1962],
    [196203, 1962],
    [19620305, 1962],
    ['1962', 1962],
    [1962, 1962],
    [22_710, 1962],
    ['22710', 1962],
    [new Date('1962-03-05T00:00:00Z'), 1962],
    ['1990.2.30', null],
    ['19901332', null],
    ['1990.13', null],
    ['三月', null],
    [1.5, null],
    ['0000.1.1', null],
  ]
  for (const [cell, year] of written) expect(readBirthYear(cell), String(cell)).toBe(year)
})

it('reads groups as rosters write them', () => {
  expect(readGroup(3)).toEqual({ groupNo: 3, name: '第3组' })
  for (const text of ['3', '３', '3组', '第3组', '第三组', '三组', '第３村民小组', '大石盖村第3组'])
    expect(readGroup(text), text).toEqual({ groupNo: 3, name: '第3组' })
  for (const text of ['3组 石盖里', '第三组（石盖里）', '3组-石盖里'])
    expect(readGroup(text), text).toEqual({ groupNo: 3, name: '石盖里' })
  expect(readGroup('十')).toEqual({ groupNo: 10, name: '第10组' })
  expect(readGroup('十二组')).toEqual({ groupNo: 12, name: '第12组' })
  expect(readGroup('二十一组')).toEqual({ groupNo: 21, name: '第21组' })
  expect(readGroup('石盖里')).toEqual({ groupNo: null, name: '石盖里' })
  for (const text of ['', '0组', '?', 'x'.repeat(40)]) expect(readGroup(text), text).toBeNull()
})

it('reads a house number in one written form', () => {
  for (const text of ['12', '12号', '１２', '012', ' 12 号', 12])
    expect(readHouseNo(text), String(text)).toBe('12号')
  expect(readHouseNo('3-a')).toBe('3-A')
  expect(readHouseNo('九'.repeat(21))).toBeNull()
})

it('reads names whole, whatever characters they are written in', () => {
  expect(readName('陈　芳')).toBe('陈芳')
  expect(readName(' 陈𠮷𤭢 ')).toBe('陈𠮷𤭢')
  expect(readName('买买提•阿不都')).toBe('买买提·阿不都')
  expect(readName('⾼⽂⽅')).toBe('高文方')
  expect(readName('李○明')).toBe('李〇明')
  expect(readName('张\ue863')).toBe('张[U+E863]')
  expect(readName('Anna  Maria Schmidt')).toBe('Anna Maria Schmidt')
  for (const text of ['陈3芳', '13900000000', '', '？', '陈'.repeat(31)])
    expect(readName(text), text).toBeNull()
})

it('tells a cell’s address as spreadsheets do', () => {
  expect(cellAddress(2, 16)).toBe('C17')
  expect(cellAddress(25, 0)).toBe('Z1')
  expect(cellAddress(26, 0)).toBe('AA1')
  expect(cellAddress(51, 9)).toBe('AZ10')
})
