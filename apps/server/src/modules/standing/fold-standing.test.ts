import { mondayOf } from '@azalea/text'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createTestServer,
  TEST_START,
  type TestPerson,
  type TestServer,
} from '../../../test/server.ts'
import { StandingVillage } from '../../../test/standing-village.ts'
import { openDatabase, type Db } from '../../platform/database/database.ts'
import { selectBoardPage, type BoardPosition } from './board.store.ts'
import { foldStanding } from './fold-standing.ts'
import { selectRank } from './rank.store.ts'
import type { ScoreKey } from './score.store.ts'
import type { Board } from './tables.ts'

let test: TestServer

beforeAll(async () => {
  test = await createTestServer()
  // Only the test itself folds here, at moments of its choosing.
  await test.server.standing.folder.stop()
})
afterAll(() => test.close())

const boards: readonly Board[] = ['household', 'person', 'group']
const fold = (village: StandingVillage, batchRows = 5_000) =>
  foldStanding(test.database, test.clock, village.villageId, { batchRows })

function periodsToday(village: StandingVillage): [string, (day: string) => boolean][] {
  const [year, month] = [village.today().slice(0, 4), village.today().slice(0, 7)]
  return [
    ['all', () => true],
    [year, (day) => day.startsWith(year)],
    [month, (day) => day.startsWith(month)],
  ]
}

/** The whole board by pages of three, as competitor ids with points. */
async function walk(village: StandingVillage, board: Board, period: string) {
  const places: { competitorId: string; pointsHundredths: number; rank: number }[] = []
  let after: BoardPosition | null = null
  for (;;) {
    const page = await test.database.inVillage(village.villageId, (db) =>
      selectBoardPage(db, village.villageId, { board, period, after, limit: 3 }),
    )
    let above = page.aboveFirst
    for (const [index, { competitorId, pointsHundredths }] of page.places.entries()) {
      const before = page.places[index - 1]
      if (before && before.pointsHundredths !== pointsHundredths) above += before.level
      places.push({ competitorId, pointsHundredths, rank: above + 1 })
    }
    after = page.places.at(-1) ?? null
    if (after === null) return places
  }
}

/** Every board and period: pages, ranks, neighbours and totals, against sorting the ledger. */
async function expectSameAsSorting(village: StandingVillage): Promise<void> {
  for (const board of boards)
    for (const [period, inPeriod] of periodsToday(village)) {
      const naive = await village.naive(board, inPeriod)
      expect(await walk(village, board, period)).toEqual(
        naive.filter((place) => place.pointsHundredths > 0),
      )
      await test.database.inVillage(village.villageId, async (db) => {
        for (const { competitorId } of naive)
          await expectRank(db, village, { board, period, competitorId }, naive)
      })
    }
}

async function expectRank(
  db: Db,
  { villageId }: StandingVillage,
  key: ScoreKey,
  naive: Awaited<ReturnType<StandingVillage['naive']>>,
) {
  const row = await selectRank(db, villageId, key)
  const own = naive.find((place) => place.competitorId === key.competitorId)
  const points = naive.map((place) => place.pointsHundredths)
  const higher = points.filter((other) => other > own!.pointsHundredths)
  const lower = points.filter((other) => other < own!.pointsHundredths)
  expect(row).toMatchObject({
    pointsHundredths: own!.pointsHundredths,
    above: own!.rank - 1,
    level: points.filter((other) => other === own!.pointsHundredths).length,
    competitors: naive.length,
    nextAboveHundredths: higher.length > 0 ? Math.min(...higher) : null,
    nextBelowHundredths: lower.length > 0 ? Math.max(...lower) : null,
  })
}

// Points from a small set, so that ties happen, and around the edges of bands.
const points = fc.oneof(
  fc.constantFrom(20, 63, 64, 65, 128, 4_095, 4_096, 4_097, -20, -64, -65, -4_096, -4_097),
  fc.integer({ min: -3_000, max: 9_000 }).filter((value) => value !== 0),
)
const index = fc.nat({ max: 7 })
const step = fc.oneof(
  { weight: 12, arbitrary: fc.record({ post: index, points }) },
  { weight: 3, arbitrary: fc.record({ reverse: fc.nat({ max: 99 }) }) },
  { weight: 3, arbitrary: fc.record({ leave: index }) },
  { weight: 2, arbitrary: fc.record({ join: index }) },
  { weight: 1, arbitrary: fc.record({ move: index, groupNo: fc.constantFrom(1, 2) }) },
  { weight: 3, arbitrary: fc.record({ fold: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 1, max: 20 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function run(village: StandingVillage, steps: readonly Step[]): Promise<void> {
  const standing: string[] = []
  for (const one of steps) {
    if ('post' in one) standing.push(await village.post(village.person(one.post), one.points))
    else if ('reverse' in one) {
      const [awardId] = standing.splice(one.reverse % (standing.length || 1), 1)
      if (awardId) await village.reverse(awardId)
    } else if ('leave' in one) await village.leave(village.person(one.leave))
    else if ('join' in one) await village.join(village.person(one.join))
    else if ('move' in one) {
      await village.moveToGroup(village.person(one.move), one.groupNo)
      await village.post(village.person(one.move), 20)
    } else if ('fold' in one) await fold(village, one.fold)
    else test.clock.advanceMinutes(one.days * 24 * 60)
  }
}

describe('folding', () => {
  it('ranks as sorting the ledger would, whatever is posted, reversed, joined, left and folded when', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        test.clock.set(TEST_START)
        const village = await StandingVillage.found(test, 4)
        await run(village, steps)
        await fold(village)
        await expectSameAsSorting(village)
      }),
      { numRuns: 20, seed: 7 },
    )
  })

  it('loses and doubles nothing when several servers fold while commands post', async () => {
    const village = await StandingVillage.found(test, 5)
    const others = [
      openDatabase(test.connection, { maxConnections: 4 }),
      openDatabase(test.connection, { maxConnections: 4 }),
    ]
    const folders = async (database: typeof test.database) => {
      for (let round = 0; round < 12; round += 1)
        await foldStanding(database, test.clock, village.villageId, { batchRows: 7 })
    }
    const posts = async (offset: number) => {
      for (let turn = 0; turn < 25; turn += 1)
        await village.post(village.person(offset + turn), 10 + turn)
    }
    const comesAndGoes = async (person: TestPerson) => {
      for (let turn = 0; turn < 12; turn += 1)
        await (turn % 2 === 0 ? village.leave(person) : village.join(person))
    }
    await Promise.all([
      ...[test.database, ...others].map(folders),
      ...[0, 1, 2, 3].map(posts),
      comesAndGoes(village.person(0)),
      comesAndGoes(village.person(2)),
    ])
    await fold(village)
    await expectSameAsSorting(village)
    await Promise.all(others.map((database) => database.close()))
  })

  it('takes a reversed award off again and keeps the household at zero, off the public board', async () => {
    const village = await StandingVillage.found(test, 2)
    const person = village.person(0)
    const awardId = await village.post(person, 500)
    await village.post(village.person(2), 100)
    await fold(village)
    await village.reverse(awardId)
    await fold(village)
    expect((await walk(village, 'household', 'all')).map((place) => place.competitorId)).toEqual([
      village.person(2).householdId,
    ])
    const row = await test.database.inVillage(village.villageId, (db) =>
      selectRank(db, village.villageId, {
        board: 'household',
        period: 'all',
        competitorId: person.householdId,
      }),
    )
    expect(row).toMatchObject({ pointsHundredths: 0, above: 1, competitors: 2 })
  })

  it('drops a household that left and brings it back, with what was posted meanwhile, when it returns', async () => {
    const village = await StandingVillage.found(test, 3)
    const person = village.person(0)
    await village.post(person, 300)
    await village.post(village.person(2), 200)
    await fold(village)
    await village.leave(person)
    await village.post(person, 50)
    await fold(village)
    expect((await walk(village, 'person', 'all')).map((place) => place.pointsHundredths)).toEqual([
      200,
    ])
    await village.join(person)
    await fold(village)
    await expectSameAsSorting(village)
    expect((await walk(village, 'person', 'all'))[0]).toMatchObject({ pointsHundredths: 350 })
  })

  it('changes nothing of a village when scores and counts no longer fit', async () => {
    const village = await StandingVillage.found(test, 1)
    await village.post(village.person(0), 100)
    await fold(village)
    await test.owner.query('DELETE FROM standing_count WHERE village_id = $1', [village.villageId])
    await village.post(village.person(0), 100)
    await expect(fold(village)).rejects.toThrow('do not fit')
    const { rows } = await test.owner.query(
      'SELECT points_hundredths FROM standing_score WHERE village_id = $1',
      [village.villageId],
    )
    expect(new Set(rows.map((row) => Number(row.points_hundredths)))).toEqual(new Set([100]))
  })
})

describe('the weekly mark', () => {
  const day = fc.record({
    posts: fc.array(fc.record({ post: index, points }), { maxLength: 6 }),
    folds: fc.boolean(),
  })

  it('remembers every rank as it was on Monday at midnight, however late it is folded', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(day, { minLength: 8, maxLength: 25 }), async (days) => {
        test.clock.set(TEST_START)
        const village = await StandingVillage.found(test, 4)
        for (const { posts, folds } of days) {
          for (const { post, points: value } of posts)
            await village.post(village.person(post), value)
          if (folds) await fold(village, 3)
          test.clock.advanceMinutes(24 * 60)
        }
        await fold(village)
        await expectChangesSinceMonday(village)
      }),
      { numRuns: 6, seed: 11 },
    )
  })

  async function expectChangesSinceMonday(village: StandingVillage) {
    const monday = mondayOf(village.today())
    for (const board of boards)
      for (const [period, inPeriod] of periodsToday(village)) {
        const before = await village.naive(board, inPeriod, monday)
        for (const { competitorId } of await village.naive(board, inPeriod)) {
          const row = await test.database.inVillage(village.villageId, (db) =>
            selectRank(db, village.villageId, { board, period, competitorId }),
          )
          const then = before.find((place) => place.competitorId === competitorId)
          expect(row.aboveAtMark).toBe(then ? then.rank - 1 : null)
        }
      }
  }
})
