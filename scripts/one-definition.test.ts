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
