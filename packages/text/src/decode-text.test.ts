import { expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))

it.each([
  ['UTF-8', 'e99988e88ab3'],
  ['UTF-8 with its mark', 'efbbbfe99988e88ab3'],
  ['GB18030', 'b3c2b7bc'],
  ['UTF-16, little end first', 'fffe4896b382'],
  ['UTF-16, big end first', 'feff964882b3'],
])('reads %s', (_, hex) => {
  expect(decodeText(bytes(hex))).toBe('陈芳')
})

it('reads a character beyond the first plane in GB18030', () => {
  expect(decodeText(bytes('95329031'))).toBe('𠂇')
})

it.each([
  ['neither', 'ff20ff'],
  ['NUL', '610062'],
  ['half a character', 'feff96'],
])('is null for what is no text: %s', (_, hex) => {
  expect(decodeText(bytes(hex))).toBeNull()
})

it('reads nothing from nothing', () => {
  expect(decodeText(new Uint8Array())).toBe('')
})
