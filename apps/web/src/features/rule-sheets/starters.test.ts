import { expect, it } from 'vitest'
import { changesOf, problemsOf } from './editor/edit-sheet.ts'
import { beginFrom, readStarters, starterNames } from './starters.ts'

const village = { villageId: '330109102259', name: '大石盖村' }
const starters = await readStarters(village.villageId)
const inForce = starters[0]!.sheet

it.each(starters)('$name can be kept as it is, and is the village’s own', (starter) => {
  const first = beginFrom(starter, null, village, '2026-11-29')
  expect(problemsOf(first)).toEqual([])
  expect(first).toMatchObject({ villageId: village.villageId, effectiveFrom: '2026-11-29' })
  expect(first.title.zh).toBe('大石盖村积分细则')
  const next = beginFrom(starter, inForce, village, '2026-11-29')
  expect(problemsOf(next)).toEqual([])
  expect(next.title).toEqual(inForce.title)
})

it('tells what a starter changes against the sheet in force, and nothing where it is the same', () => {
  const against = (name: string) =>
    changesOf(
      inForce,
      beginFrom(
        starters.find((one) => one.name === name)!,
        inForce,
        village,
        '2026-11-29',
      ),
    )
  const same = against('dashigai-garden')
  expect([same.items.added, same.items.changed, same.items.removed]).toEqual([[], [], []])
  expect(same.parts).toEqual(['sourceNote'])
  const other = against('baiyang')
  expect(other.items.added).toHaveLength(8)
  expect(other.items.removed).toHaveLength(inForce.items.length)
  expect(other.parts).not.toContain('title')
})

it('never uses one reference for two deeds, since old ones would count for the new', () => {
  const named = new Map<string, string>()
  for (const { sheet } of starters)
    for (const { ref, name } of sheet.items) {
      expect([name.zh, undefined]).toContain(named.get(ref) ?? name.zh)
      named.set(ref, name.zh)
    }
  expect(starterNames).toHaveLength(4)
})
