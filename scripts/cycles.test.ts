import fc from 'fast-check'
import { expect, it } from 'vitest'
import { importsInCycles } from './cycles.mjs'

const modulesOf = (imports: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(imports).map(([source, targets]) => ({
    source,
    dependencies: targets.map((resolved) => ({ resolved })),
  }))

const told = (imports: Readonly<Record<string, readonly string[]>>) =>
  importsInCycles(modulesOf(imports)).map(({ from, to }) => `${from} ${to}`)

it('finds each import of a cycle, and none that only leads to one or away', () => {
  expect(told({ a: ['b'], b: ['c'], c: ['d', 'node:fs'], d: ['b'] })).toEqual(['b c', 'c d', 'd b'])
  expect(told({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] })).toEqual([])
  expect(told({ a: ['a', 'b'], b: [] })).toEqual(['a a'])
})

it('finds what asking of each import whether its module is reached again finds', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const targets = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 })
  const graph = fc.record(Object.fromEntries(names.map((name) => [name, targets])))
  fc.assert(
    fc.property(graph, (imports) => {
      const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
        from === to ||
        (!seen.has(from) &&
          (imports[from] ?? []).some((next) => reaches(next, to, new Set([...seen, from]))))
      const asked = names.flatMap((from) =>
        (imports[from] ?? []).filter((to) => reaches(to, from)).map((to) => `${from} ${to}`),
      )
      expect(told(imports)).toEqual(asked)
    }),
  )
})

it('bears a chain of imports that is longer than the stack is deep', () => {
  const chain = Array.from({ length: 20_000 }, (_, at) => [`m${at}`, [`m${at + 1}`]] as const)
  expect(told(Object.fromEntries(chain))).toEqual([])
})
