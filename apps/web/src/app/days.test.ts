import { expect, it } from 'vitest'

const sources = import.meta.glob<string>(['../**/*.tsx', '!../**/*.test.*'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

it('no instant is shown as a day without asking which day it is in the village', () => {
  const bare = /format\.(?:day|fullDay)\((?:\w+\.)*\w*At\)/
  expect(bare.test('format.day(run.orderedAt)')).toBe(true)
  expect(bare.test('format.day(civilDay(run.orderedAt))')).toBe(false)
  const found = Object.entries(sources).filter(([, source]) => bare.test(source))
  expect(found.map(([file]) => file)).toEqual([])
})
