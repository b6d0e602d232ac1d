import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import {
  actorOf,
  contributionOf,
  createScoringVillage,
  importSheet,
  inTx,
  nextKey,
  outcome,
  score,
  testSheet,
  watchHour,
  type ScoringVillage,
} from '../../../../test/scoring-village.ts'
import { daysLater, deductionOf, makeFinal } from '../../../../test/breach-village.ts'
import {
  repairDeduction,
  reverseAward,
  scoreContributions,
  type NewContribution,
} from '../index.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { replayVillage } from './replay-village.ts'
import { lastPeriod } from './sandbox-period.ts'

let test: TestServer
let village: ScoringVillage
let chen: TestPerson
let li: TestPerson
let zhou: TestPerson
let wang: TestPerson

beforeAll(async () => {
  test = await createTestServer()
  village = await createScoringVillage(test)
  chen = await addPerson(test, { name: '陈桂芳' })
  li = await addPerson(test, { name: '李大山', groupNo: 2 })
  zhou = await addPerson(test, { name: '周明', householdId: chen.householdId })
  wang = await addPerson(test, { name: '王建国' })
})
afterAll(() => test.close())

/** Contributions as a season brings them: under caps, of one source, of exclusive groups. */
function season(count: number): NewContribution[] {
  const items = [
    { itemRef: 'garden-rate', sourceKind: 'rating' },
    { ...watchHour, quantity: 200 },
    { ...watchHour, quantity: 90, leaderScore: 2 },
    { itemRef: 'path-sweep', sourceKind: 'attendance' },
    { itemRef: 'tool-repair', sourceKind: 'attendance' },
    { itemRef: 'small-low', sourceKind: 'attendance' },
    { itemRef: 'small-high', sourceKind: 'attendance' },
    { itemRef: 'help-low', sourceKind: 'attendance' },
    { itemRef: 'help-high', sourceKind: 'attendance' },
    { itemRef: 'garden-compost', sourceKind: 'attendance', quantity: 70_000 },
    { itemRef: 'plot-litter', sourceKind: 'attendance' },
  ] as const
  let lot = 7
  const draw = (among: number) => {
    lot = (lot * 48_271) % 2_147_483_647
    return lot % among
  }
  const sources = Array.from({ length: 9 }, () => test.server.newId())
  const used = new Set<string>()
  return Array.from({ length: count }, () => {
    const item = items[draw(items.length)] ?? items[0]
    const personNo = draw(3)
    const person = [chen, li, zhou][personNo] ?? chen
    const occurredOn = `2026-03-${String(2 + draw(6)).padStart(2, '0')}`
    const shared = `${item.itemRef} ${sources[personNo * 3 + draw(3)]}`
    const isShared = item.sourceKind === 'attendance' && !used.has(shared)
    used.add(shared)
    const sourceId = isShared ? (shared.split(' ')[1] ?? '') : test.server.newId()
    return contributionOf(test, person, { ...item, occurredOn, sourceId })
  })
}

const sheetInForce = () => testSheet((sheet) => ({ ...sheet, effectiveFrom: '2026-03-01' }))

describe('a replay under the sheet in force', () => {
  it('gives exactly the awards that stand', async () => {
    const committee = actorOf(village.committee, 'committee')
    for (const part of [0, 1, 2, 3]) {
      const awards = await inTx(test, village.committee, (tx) =>
        scoreContributions(tx, test.server.scoring, season(30)),
      )
      test.clock.advanceMinutes(1)
      const { rows } = await test.owner.query<{ award_id: string }>(
        `SELECT award_id FROM award WHERE state <> 'reversed' AND award_id = ANY($1) AND points_hundredths <> 0
        ORDER BY award_id`,
        [awards.map(({ awardId }) => awardId)],
      )
      for (const { award_id: awardId } of rows.slice(part, part + 2)) {
        const input = { awardId, reason: '记错了' }
        await reverseAward(test.server, committee, nextKey(), input)
        test.clock.advanceMinutes(1)
      }
    }
    const disputed = await score(test, chen, { ...watchHour, occurredOn: '2026-03-02' })
    await publishAndCorrect(disputed.awardId)

    await deductAndRepair()

    const sheet = sheetInForce()
    const asked = {
      sheets: { current: sheet, draft: sheet },
      period: { firstDay: '2026-03-01', lastDay: '2026-03-31' },
      householdIds: new Set([chen, li, wang].map(({ householdId }) => householdId)),
    }
    const { replays, contributions } = await test.database.inVillage(VILLAGE, (db) =>
      replayVillage(db, test.server.scoring, VILLAGE, asked),
    )
    const { rows } = await test.owner.query<{ id: string; points: number; stands: boolean }>(
      `SELECT award_id AS id, points_hundredths::int AS points, state <> 'reversed' AS stands
       FROM award ORDER BY award_id`,
    )
    // Four awards gave back for a deduction.
    expect(contributions).toBe(rows.length - 4)
    // Ten taken back, one corrected, the others beaten by a higher one.
    expect(rows.filter(({ stands }) => !stands).length).toBeGreaterThan(14)
    for (const replay of Object.values(replays)) {
      expect(replay.unjudged).toEqual([])
      expect(
        replay.awards.map(({ contribution, pointsHundredths, state }) => ({
          id: contribution.contributionId,
          points: pointsHundredths,
          stands: state === 'stands',
        })),
      ).toEqual(rows)
    }
  })

  /** One deduction twice, both given back; again after mending; and one that was a mistake. */
  async function deductAndRepair() {
    // Who decides on appeal.
    await addPerson(test, { roles: ['supervisor'] })
    const repair = (awardId: string, way: 'mending' | 'volunteering') => {
      const minutes = way === 'mending' ? null : 120
      const input = { awardId, way, minutes, words: '沟里的农膜都清走了。', photoFileId: null }
      const actor = actorOf(village.committee, 'committee')
      return repairDeduction(test.server, actor, nextKey(), input)
    }
    const first = await deductionOf(test, wang, village.committee)
    await makeFinal(test, [first])
    const doubled = await deductionOf(test, wang, village.committee)
    await makeFinal(test, [doubled])
    await repair(doubled, 'volunteering')
    await repair(doubled, 'mending')
    await repair(first, 'mending')
    daysLater(test, 1)
    const plain = await deductionOf(test, wang, village.committee)
    await makeFinal(test, [plain])
    await repair(plain, 'mending')
    const actor = actorOf(village.secondMember, 'committee')
    const input = { awardId: plain, reason: '认错了人' }
    await reverseAward(test.server, actor, nextKey(), input)
    const { rows } = await test.owner.query<{ points: number }>(
      'SELECT points_hundredths::int AS points FROM award WHERE award_id = ANY($1) ORDER BY award_id',
      [[first, doubled, plain]],
    )
    expect(rows.map(({ points }) => points)).toEqual([-300, -600, -300])
  }

  /** The guard stood two hours, not one; the committee upholds the objection. */
  async function publishAndCorrect(awardId: string) {
    const notice = await call(test, village.secondMember, 'POST', '/api/notices', {
      awardIds: [awardId],
    })
    expect(notice.statusCode, notice.body).toBe(200)
    test.clock.advanceMinutes(1)
    const words = { words: '我值了两个小时。' }
    const raised = await call(test, chen, 'POST', `/api/awards/${awardId}/objections`, words)
    const { objectionId } = raised.json<{ objectionId: string }>()
    test.clock.advanceMinutes(1)
    const answer = { outcome: 'upheld', reasons: '签退晚了。', correction: { quantity: 120 } }
    const url = `/api/objections/${objectionId}/answer`
    const upheld = await call(test, village.committee, 'POST', url, answer)
    expect(upheld.statusCode, upheld.body).toBe(200)
  }
})

describe('the sandbox', () => {
  const drafted = (change: Parameters<typeof testSheet>[0]) =>
    importSheet(test, village.committee, testSheet(change))
  const url = (id: string, period = 'month') => `/api/rule-sheets/${id}/sandbox?period=${period}`
  const get = (person: TestPerson | null, id: string, period?: string) =>
    call(test, person, 'GET', url(id, period))

  beforeAll(() => test.clock.set(new Date('2026-04-10T01:00:00Z')))

  it('shows the committee what a draft would change, and for whom', async () => {
    const draftId = await drafted((sheet) => ({
      ...sheet,
      items: sheet.items.flatMap((item) => {
        if (item.ref === 'path-sweep') return []
        const isDearer = item.ref === 'watch-hour' && item.base.kind === 'per_unit'
        return [
          isDearer ? { ...item, base: { ...item.base, pointsHundredths: 900 } } : item,
          ...(item.ref === 'tool-repair' ? [{ ...item, ref: 'new-help' }] : []),
        ]
      }),
    }))
    const answer = await get(village.committee, draftId)
    expect(answer.statusCode, answer.body).toBe(200)
    const shown = answer.json()
    expect(shown.period).toEqual({ kind: 'month', firstDay: '2026-03-01', lastDay: '2026-03-31' })
    expect(shown.sheets.current.ruleSheetId).toBe(village.ruleSheetId)
    const { rows } = await test.owner.query<{ points: number; awards: number }>(
      `SELECT sum(points_hundredths)::int AS points, count(*)::int AS awards FROM award
       WHERE state <> 'reversed'`,
    )
    expect(shown.totals.current).toMatchObject({
      pointsHundredths: rows[0]?.points,
      awards: rows[0]?.awards,
    })
    const watch = shown.items.find(({ itemRef }: { itemRef: string }) => itemRef === 'watch-hour')
    expect(watch.pointsHundredths.draft).toBeGreaterThan(watch.pointsHundredths.current)
    expect(shown.unjudged).toMatchObject([{ itemRef: 'path-sweep', reason: 'missing_item' }])
    expect(shown.newItems).toHaveLength(1)
    const joined = await test.owner.query(
      'SELECT FROM household WHERE village_id = $1 AND joined_at IS NOT NULL',
      [VILLAGE],
    )
    expect(shown.households).toBe(joined.rowCount)
    expect(shown.groups).toHaveLength(2)
    expect(answer.body).not.toContain(chen.name)
    expect(answer.body).not.toContain(li.name)
  })

  it('tells whose rank moves and why, under a masked name and without naming deductions', async () => {
    const draftId = await drafted((sheet) => ({
      ...sheet,
      items: sheet.items.map((item) =>
        item.base.kind === 'fixed' && item.kind === 'deduction'
          ? { ...item, caps: [], base: { ...item.base, pointsHundredths: 90_000 } }
          : item,
      ),
    }))
    const { moves, movedHouseholds } = (await get(village.committee, draftId)).json()
    expect(movedHouseholds).toBe(moves.length)
    expect(moves.map(({ headMasked }: { headMasked: string }) => headMasked)).toContain('陈×芳')
    for (const { rank, pointsHundredths, changes } of moves) {
      expect(rank.current).not.toBe(rank.draft)
      for (const one of changes) expect(one).toMatchObject({ itemName: null, effect: 'other' })
      expect(
        changes.reduce((sum: number, one: { byHundredths: number }) => sum + one.byHundredths, 0),
      ).toBe(pointsHundredths.draft - pointsHundredths.current)
    }
  })

  it('finds no difference between a sheet and itself, in the last quarter', async () => {
    const { period, totals } = (await get(village.committee, village.ruleSheetId, 'quarter')).json()
    expect(period).toEqual({ kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' })
    expect(totals.draft).toEqual(totals.current)
  })

  it('is for the committee, the supervisors and the town of this village', async () => {
    const supervisor = await addPerson(test, { roles: ['supervisor'] })
    const officer = await addPerson(test, { roles: ['town_officer'] })
    const leader = await addPerson(test, { roles: ['group_leader'] })
    const stranger = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    const id = village.ruleSheetId
    for (const person of [supervisor, officer]) expect((await get(person, id)).statusCode).toBe(200)
    for (const person of [chen, leader])
      expect(await outcome(get(person, id))).toEqual([403, 'role_required'])
    expect(await outcome(get(null, id))).toEqual([401, 'not_signed_in'])
    expect(await outcome(get(stranger, id))).toEqual([404, 'unknown_rule_sheet'])
    expect(await outcome(get(village.committee, id, 'decade'))).toEqual([400, 'invalid_request'])
    expect(await outcome(get(village.committee, '7'))).toEqual([400, 'invalid_request'])
  })
})

describe('lastPeriod', () => {
  it.each([
    ['month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['month', '2026-01-01', '2025-12-01', '2025-12-31'],
    ['quarter', '2026-04-01', '2026-01-01', '2026-03-31'],
    ['quarter', '2026-02-11', '2025-10-01', '2025-12-31'],
  ] as const)('the last %s before %s', (kind, today, firstDay, lastDay) => {
    expect(lastPeriod(kind, today)).toEqual({ firstDay, lastDay })
  })
})

describe('oneAtATime', () => {
  it('takes turns, goes on after an error, and sends away whoever would wait too long', async () => {
    const inTurn = oneAtATime()
    const told: number[] = []
    const first = inTurn(async () => {
      await Promise.resolve()
      told.push(1)
      throw new Error('broken')
    })
    const others = [2, 3, 4, 5].map((no) => inTurn(async () => void told.push(no)))
    await expect(inTurn(async () => 6)).rejects.toMatchObject({ code: 'replay_busy' })
    await expect(first).rejects.toThrow('broken')
    await Promise.all(others)
    expect(told).toEqual([1, 2, 3, 4, 5])
    await expect(inTurn(async () => 7)).resolves.toBe(7)
  })
})
