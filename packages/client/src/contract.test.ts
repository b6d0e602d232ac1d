import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const contract: unknown = JSON.parse(
  fs.readFileSync(path.resolve(import.meta.dirname, '../../../apps/server/openapi.json'), 'utf8'),
)

/** The names of all properties of the contract's shapes, with where they stand. */
function propertiesIn(value: unknown, place: string): [name: string, place: string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [
    ...(key === 'properties' && typeof inner === 'object' && inner !== null
      ? Object.keys(inner).map((name): [string, string] => [name, `${place}/${name}`])
      : []),
    ...propertiesIn(inner, `${place}/${key}`),
  ])
}

it('answers say what, never where a client shows it', () => {
  const all = propertiesIn(contract, '')
  expect(all.length).toBeGreaterThan(500)
  const leading = all.filter(([name]) => /^(link|href|route)$|(Link|Href|Route)$/.test(name))
  expect(leading).toEqual([])
})
