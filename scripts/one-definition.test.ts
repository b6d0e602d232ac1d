import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { sourceModules } from './source-files.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))

const places = (what: RegExp) =>
  sourceModules(root)
    .filter((file) => file.includes('/src/') && !/\.test(-writer)?\.tsx?$/.test(file))
    .filter((file) => what.test(readFileSync(root + file, 'utf8')))

it('one file knows how far China is from UTC', () => {
  expect(places(/\b8 \* (60|3_?600)|(?<!')\+08:00/)).toEqual(['packages/text/src/calendar.ts'])
})

it('one file reckons with civil days', () => {
  const reckoned = /getUTCDay|setUTCDate|\bfunction (civilDay|addCivilDays|mondayOf|isCivilDay)\b/
  expect(places(reckoned)).toEqual(['packages/text/src/calendar.ts'])
})

it('one file writes canonical JSON', () => {
  expect(places(/\bfunction (canonical|isCanonical)(?!Bytes)/)).toEqual([
    'packages/text/src/canonical-json.ts',
  ])
})

interface Words {
  readonly zh: Readonly<Record<string, string>>
}

/** The words for the kinds, states or offices of one thing: keys of one beginning, `state_final`. */
async function familiesOf(
  file: string,
): Promise<{ file: string; name: string; words: string[] }[]> {
  const module = (await import(root + file)) as Record<string, unknown>
  const catalogues = Object.values(module).filter(
    (value): value is Words => typeof value === 'object' && value !== null && 'zh' in value,
  )
  const keys = catalogues.flatMap(({ zh }) => Object.entries(zh))
  const families = new Map<string, string[]>()
  for (const [key, text] of keys) {
    const [start = '', rest = ''] = key.split(/_(.*)/)
    families.set(start, [...(families.get(start) ?? []), `${rest} ${text}`])
  }
  return [...families].map(([start, words]) => ({ file, name: `${file} ${start}_`, words }))
}

it('the words of a kind, state or office stand once: no family of texts repeats another', async () => {
  const files = sourceModules(root).filter((file) =>
    /^(apps\/(web|miniprogram)|packages\/client)\/.*messages\.ts$/.test(file),
  )
  const families = (await Promise.all(files.map(familiesOf))).flat()
  expect(families.length).toBeGreaterThan(100)
  const copies = families.flatMap((one, no) =>
    families
      .slice(no + 1)
      .filter((other) => one.file !== other.file && isCopy(one.words, other.words))
      .map((other) => `${one.name} ~ ${other.name}`),
  )
  expect(copies).toEqual([])
})

function isCopy(words: readonly string[], others: readonly string[]): boolean {
  return words.filter((word) => others.includes(word)).length > 3
}
