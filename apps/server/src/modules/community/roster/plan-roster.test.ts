import { describe, expect, it } from 'vitest'
import type { RosterRow } from './parse-roster.ts'
import { planRoster } from './plan-roster.ts'
import type { RosterHeading } from './roster-columns.ts'
import { indexRoster, type RosterFacts } from './standing-roster.ts'

const heading: RosterHeading = {
  sheets: [
    { name: null, rowsAbove: 0, columns: new Map(), labels: new Map(), unread: [], firstRow: 1 },
  ],
}
const PEOPLE_A_HOUSEHOLD = 4

/** How often a plan looks at anything of the rows and of the roster, however it does. */
function looksOf(plan: (count: Count) => void): number {
  let looks = 0
  plan((item) => new Proxy(item, { get: (of, key) => (looks++, Reflect.get(of, key)) }))
  return looks
}

type Count = <T extends object>(item: T) => T

/** `size` people on the roster, four to a household. */
function rosterOf(size: number, count: Count): RosterFacts {
  const numbers = Array.from({ length: size }, (_, index) => index)
  const householdOf = (index: number) => `household ${Math.floor(index / PEOPLE_A_HOUSEHOLD)}`
  return {
    numbering: 'village',
    groups: new Map([[1, '第1组']]),
    households: numbers
      .filter((index) => index % PEOPLE_A_HOUSEHOLD === 0)
      .map((index) =>
        count({
          householdId: householdOf(index),
          houseNo: `${index}号`,
          groupNo: 1,
          headPersonId: `person ${index}`,
          isOffice: false,
        }),
      ),
    people: numbers.map((index) =>
      count({
        personId: `person ${index}`,
        householdId: householdOf(index),
        name: `人${index}`,
        phone: `phone ${index}`,
        idLast4: null,
        idHash: null,
        birthYear: null,
      }),
    ),
    departed: new Set(),
    officeHolders: new Set(),
    importerHouseholdId: null,
    taken: new Set<string>(),
  }
}

function rowsOf(size: number, count: Count, change: (index: number) => Partial<RosterRow>) {
  return Array.from({ length: size }, (_, index) => {
    const door = index - (index % PEOPLE_A_HOUSEHOLD)
    const isHead = index === door
    const group = { groupNo: 1, name: '第1组' }
    const who = { name: `人${index}`, phone: `phone ${index}`, birthYear: null, isHead }
    const row = { row: index + 2, group, houseNo: `${door}号`, idLast4: null, idHash: null, ...who }
    const changed: RosterRow = { ...row, ...change(index) }
    return count({ ...changed, group: count(changed.group) })
  })
}

/** Files that once made every row go through everyone: by where each looked for somebody. */
const files: Record<string, (index: number) => Partial<RosterRow>> = {
  'the same as the roster': () => ({}),
  'everyone in another group, proved by a telephone': () => ({
    group: { groupNo: 2, name: '第2组' },
  }),
  'every household in a hamlet of its own, with nobody that proves it': (index) => ({
    group: { groupNo: null, name: `村${Math.floor(index / PEOPLE_A_HOUSEHOLD)}` },
    name: `新${index}`,
    phone: null,
  }),
  'everyone behind another door': (index) => ({ houseNo: `新${index}号` }),
  'a hamlet for each row, all of one house number': (index) => ({
    group: { groupNo: null, name: `村${index}` },
    houseNo: '新号',
    name: `新${index}`,
    phone: null,
  }),
  'every telephone somebody else’s': (index) => ({ name: `新${index}` }),
}

describe('a plan looks at each row and each person a few times, however many there are', () => {
  it.each(Object.keys(files))('%s', (name) => {
    const at = (size: number) =>
      looksOf((count) =>
        planRoster(rowsOf(size, count, files[name]!), indexRoster(rosterOf(size, count)), heading),
      )
    const [some, twice] = [at(1_000), at(2_000)]
    expect(twice).toBeLessThan(some * 2.2)
  })
})
