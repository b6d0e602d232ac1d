import { translator, type Messages } from '@azalea/client'
import { describe, expect, it } from 'vitest'

const catalogues = import.meta.glob<Record<string, unknown>>(
  [
    '../*/messages.ts',
    '../*/*-messages.ts',
    '../features/*/*messages.ts',
    '../../../../packages/client/src/**/*-messages.ts',
  ],
  { eager: true },
)
const all = Object.entries(catalogues).flatMap(([path, exported]) =>
  Object.values(exported)
    .filter(isMessages)
    .map((messages) => ({ path, messages })),
)

describe('every catalogue', () => {
  it('is found, and no two share a namespace', () => {
    expect(all.length).toBeGreaterThan(0)
    const names = all.map(({ messages }) => messages.namespace)
    expect(names).toEqual([...new Set(names)])
  })

  it.each(all)('$path: English has each key, with the same placeholders', ({ messages }) => {
    const en = messages.en as Record<string, string>
    for (const [key, zh] of Object.entries(messages.zh)) {
      expect(en[key], key).toBeTypeOf('string')
      expect(placeholders(en[key] ?? ''), key).toEqual(placeholders(zh))
    }
  })

  it.each(all)('$path: speaks of no declaration, since no screen has one', ({ messages }) => {
    for (const [key, text] of Object.entries(messages.zh)) expect(text, key).not.toContain('申报')
  })

  it.each(all)('$path: English holds no Chinese and no text is empty', ({ messages }) => {
    for (const [key, text] of Object.entries(messages.en)) {
      // Names of languages are in the language they name.
      if (key.startsWith('native')) continue
      expect(text, key).not.toMatch(/\p{Script=Han}/u)
    }
    for (const text of [...Object.values(messages.zh), ...Object.values(messages.en)]) {
      expect(text.trim()).not.toBe('')
    }
  })
})

describe('an English text', () => {
  it.each(all)('$path: has one of anything in the singular', ({ messages }) => {
    const t = translator(messages, 'en')
    for (const [key, text] of Object.entries(messages.en as Record<string, string>)) {
      const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '')
      if (names.length === 0) continue
      const params = Object.fromEntries(names.map((name) => [name, '1']))
      const count = key.endsWith('_other') ? 2 : 1
      const said = t(key.replace(/_(one|other)$/, '') as never, { ...params, count })
      expect(said, key).not.toMatch(manyOfOne)
    }
  })

  it.each(all)('$path: has typographic apostrophes and quotation marks', ({ messages }) => {
    for (const [key, text] of Object.entries(messages.en as Record<string, string>))
      expect(text, key).not.toMatch(/\w'\w|\w' |"/)
  })
})

/** “1 rows”; verbs of the third person and prepositions stand there rightly. */
const manyOfOne =
  /(?:^|[^\d.,:\w])1 (?!(?:has|is|was|does|keeps|takes|stops|says|lives)\b)(?:[a-z]*[a-rt-z]s|people)\b/

function isMessages(value: unknown): value is Messages {
  return typeof value === 'object' && value !== null && 'namespace' in value && 'zh' in value
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((match) => match[1] ?? '').sort()
}
