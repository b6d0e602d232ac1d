import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { RoundVillage } from '../../../../../test/round-village.ts'
import { startScale, type ScaleSimulator } from '../../../../../test/scale-simulator.ts'
import { VILLAGE, type TestPerson } from '../../../../../test/server.ts'
import type { Actor } from '../../../../platform/actor.ts'
import { enterScale } from './enter-scale.ts'
import { readWeight } from './read-weight.ts'

const MINUTE = 60_000
let round: RoundVillage
let scale: ScaleSimulator
let reads = 0

beforeAll(async () => {
  ;[round, scale] = await Promise.all([RoundVillage.weighing(), startScale()])
  const line = { name: '地磅', speaks: 'serial', line: 'gate', toleranceGrams: 20 } as const
  const entered = await enterScale(parts(), actorOf(round.drafter), 'enter-serial-scale', line)
  round.scaleId = entered.scaleId
  await done(round.check(20_000))
}, 90_000)
afterAll(async () => {
  scale.close()
  await round.test.close()
})

const actorOf = ({ villageId, personId, householdId }: TestPerson): Actor => ({
  villageId,
  personId,
  householdId,
  leadsGroupNo: null,
  roles: new Set(['committee', 'technician']),
})

/** The server's own, with a line as the operator sets it up. */
function parts() {
  const { test } = round
  return {
    ...test.server,
    database: test.database,
    scaleLines: new Map([[VILLAGE, new Map([['gate', scale.line]])]]),
  }
}

const read = (by: TestPerson = round.weigher) =>
  readWeight(parts(), actorOf(by), `read-weight-${++reads}`, { scaleId: round.scaleId })

const asRead = { weighedHow: 'serial' as const }

it('keeps what it reads of a line, and lets it be weighed in once', async () => {
  scale.put(21_340)
  const { readingId, grams } = await read()
  expect(grams).toBe(21_340)
  const weighed = { ...asRead, readingId, grossGrams: 21_340 }
  expect(await done(round.weigh(0, weighed))).toMatchObject({ netGrams: 20_340 })
  expect(await refused(round.weigh(1, weighed))).toBe('409 weight_not_read')
  const { rows } = await round.test.owner.query('SELECT weighed_how, reading_id FROM weigh_in')
  expect(rows).toEqual([{ weighed_how: 'serial', reading_id: readingId }])
})

it('lets nothing typed pass for read: another weight, another’s reading, an old one, none', async () => {
  scale.put(18_000)
  const { readingId } = await read()
  const weighed = { ...asRead, readingId, grossGrams: 18_000 }
  expect(await refused(round.weigh(1, { ...weighed, grossGrams: 18_500 }))).toBe(
    '409 weight_not_read',
  )
  expect(await refused(round.weigh(1, { ...asRead, grossGrams: 18_000 }))).toBe(
    '409 weight_not_read',
  )
  const typed = { weighedHow: 'typed', readingId, grossGrams: 18_000 }
  expect(await refused(round.weigh(1, typed))).toBe('409 weight_not_read')
  const others = await read(round.drafter)
  expect(await refused(round.weigh(1, { ...weighed, readingId: others.readingId }))).toBe(
    '409 weight_not_read',
  )
  round.test.clock.set(new Date(round.test.clock.now().getTime() + 11 * MINUTE))
  expect(await refused(round.weigh(1, weighed))).toBe('409 weight_not_read')
  await done(round.weigh(1, { ...typed, readingId: null }))
})
