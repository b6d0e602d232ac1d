import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  cleanDocument,
  cleanLine,
  cleanName,
  cleanParagraphs,
  isName,
  nameKey,
  readDigitCode,
  readPhone,
} from './index.ts'

function vectors<Case>(name: string): Case[] {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8'))
}

it.each(vectors<{ what: string; typed: string; name: string | null }>('names'))(
  'reads a name: $what',
  ({ typed, name }) => {
    const cleaned = cleanName(typed)
    expect(isName(cleaned) ? cleaned : null).toBe(name)
  },
)

it.each(vectors<{ typed: string; phone: string | null }>('phones'))(
  'reads a telephone: $typed',
  ({ typed, phone }) => expect(readPhone(typed)).toBe(phone),
)

it.each(vectors<{ typed: string; code: string }>('codes'))(
  'reads a code: $typed',
  ({ typed, code }) => expect(readDigitCode(typed)).toBe(code),
)

it.each(vectors<{ what: string; typed: string; line: string; paragraphs?: string }>('free-text'))(
  'cleans a text: $what',
  ({ typed, line, paragraphs }) => {
    expect(cleanLine(typed)).toBe(line)
    expect(cleanParagraphs(typed)).toBe(paragraphs ?? line)
  },
)

it('finds a name however its dot is typed, or left out', () => {
  const key = nameKey('古丽米热·阿卜杜热伊木江')
  for (const dot of ['·', '•', '・', '．', '﹒', '∙', '⋅', '‧', '.', ' ', ''])
    expect(nameKey(`古丽米热${dot}阿卜杜热伊木江`), dot).toBe(key)
})

it('cleans every text of a document, and takes none that is too deep', () => {
  const document = { title: '村口\u202eabcd', items: [{ words: 'a\u0000', points: 3, on: null }] }
  const cleaned = { title: '村口abcd', items: [{ words: 'a', points: 3, on: null }] }
  expect(cleanDocument(document)).toEqual(cleaned)
  expect(cleanDocument({ 'a\u0000': 1 })).toBeUndefined()
  expect(cleanDocument(JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)))).toBeUndefined()
})
