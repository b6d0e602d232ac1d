import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const rules = (file: string) =>
  readFileSync(new URL(`../apps/web/src/ui/${file}`, import.meta.url), 'utf8')

it('large letters break no line within a time, nor between a unit and its number', () => {
  expect(rules('base.css')).toMatch(/\ntime \{\s*white-space: nowrap;/)
  expect(rules('base.css')).toMatch(/\.span-of-time span \{[^}]*white-space: pre;/)
  expect(rules('stat.css')).toMatch(/\.stat__unit \{[^}]*white-space: nowrap;/)
})
