import { expect, it } from 'vitest'

const sources = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../**/*.test.*'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

it('nobody is said to live in a group’s house but by doorText: the office is no group’s', () => {
  const bare =
    /\$\{[^}]*[gG]roup(?:Name)?\b[^}]*\}[^`]{0,3}\$\{[^}]*[hH]ouse|\{\{group\}\}[^{]{0,6}\{\{house/
  const found = Object.entries(sources).filter(([, source]) => bare.test(source))
  expect(Object.keys(sources).length).toBeGreaterThan(300)
  expect(found.map(([file]) => file)).toEqual([])
})

it('people of the roster are chosen in one way, which says when the household has not joined', () => {
  const pickers = Object.entries(sources).filter(([, source]) =>
    source.includes('path="/api/roster/people"'),
  )
  expect(pickers.map(([file]) => file)).toEqual(['./person-choice.tsx'])
})
