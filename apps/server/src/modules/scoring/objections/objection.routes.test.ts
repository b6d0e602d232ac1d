import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditOf } from '../../../../test/audited-log.ts'
import { deductionOf } from '../../../../test/breach-village.ts'
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
  createScoringVillage,
  disagreements,
  nextKey,
  outcome,
  score,
  watchHour,
  type ScoringVillage,
} from '../../../../test/scoring-village.ts'
import { finaliseAwards, publishNotice } from '../index.ts'

let test: TestServer
let village: ScoringVillage
let supervisor: TestPerson
let guard: TestPerson
let neighbour: TestPerson
let noticeId: string
let endsAt: string
/** On notice together: the guard's two hours of watch and a deduction of the neighbour's. */
let awardIds: [string, string, string]

beforeAll(async () => {
  test = await createTestServer()
  village = await createScoringVillage(test)
  await addPerson(test, { roles: ['committee'] }) // the third household: so many are left to answer
  supervisor = await addPerson(test, { roles: ['supervisor'] })
  guard = await addPerson(test, { name: '陈守夜' })
  neighbour = await addPerson(test, { name: '李大山' })
  const fault = await deductionOf(test, neighbour, village.committee, 'r169')
  const first = await score(test, guard, watchHour)
  const second = await score(test, guard, { ...watchHour, occurredOn: '2026-03-01' })
  awardIds = [first.awardId, second.awardId, fault]
  const actor = actorOf(village.secondMember, 'committee')
  const { act, scoring } = test.server
  ;({ noticeId, endsAt } = await publishNotice({ act, scoring }, actor, nextKey(), { awardIds }))
})
afterAll(() => test.close())

const nowhere = '00000000-0000-7000-8000-000000000000'
const get = async <T>(person: TestPerson, url: string): Promise<T> => {
  const response = await call(test, person, 'GET', url)
  expect(response.statusCode, response.body).toBe(200)
  return response.json<T>()
}
const object = (person: TestPerson | null, awardId: string, body: unknown = { words: '记少了' }) =>
  call(test, person, 'POST', `/api/awards/${awardId}/objections`, body)
const answer = (person: TestPerson | null, objectionId: string, body: unknown) =>
  call(test, person, 'POST', `/api/objections/${objectionId}/answer`, body)

interface Listed {
  readonly awards: readonly {
    readonly awardId: string
    readonly headMasked: string
    readonly canObject: { readonly ok: boolean; readonly code: string | null }
  }[]
}
interface Shown {
  readonly objectionId: string
  readonly objector: { readonly name: string } | null
  readonly facts: unknown
  readonly award: {
    readonly personName: string
    readonly occurredOn: string | null
    readonly mayOpen: boolean
  }
  readonly canAnswer: { readonly ok: boolean; readonly sentence: string | null }
  readonly answer: { readonly newAwardId: string | null } | null
}

describe('the routes of objections', () => {
  it('refuse bad input, strangers, the wrong role and another village', async () => {
    const [awardId] = awardIds
    expect(await outcome(object(guard, awardId, {}))).toEqual([400, 'invalid_request'])
    expect(await outcome(object(guard, awardId, { words: '  ' }))).toEqual([400, 'invalid_request'])
    const long = { words: '长'.repeat(1001) }
    expect(await outcome(object(guard, awardId, long))).toEqual([400, 'invalid_request'])
    const unheard = { words: '说了', onBehalf: { personId: guard.personId, channel: 'rumour' } }
    expect(await outcome(object(guard, awardId, unheard))).toEqual([400, 'invalid_request'])
    expect(await outcome(object(guard, nowhere))).toEqual([404, 'unknown_award'])
    expect(await outcome(object(null, awardId))).toEqual([401, 'not_signed_in'])
    const stranger = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    expect(await outcome(object(stranger, awardId))).toEqual([404, 'unknown_award'])
    const url = `/api/notices/${noticeId}/awards`
    expect(await outcome(call(test, stranger, 'GET', url))).toEqual([404, 'unknown_notice'])
    const upheld = { outcome: 'upheld', reasons: '属实' }
    expect(await outcome(answer(guard, nowhere, upheld))).toEqual([403, 'role_required'])
    for (const body of [
      { outcome: 'upheld' },
      { outcome: 'perhaps', reasons: '看看' },
      { ...upheld, correction: { quantity: -1 } },
      { ...upheld, correction: { leaderScore: 6 } },
    ])
      expect(await outcome(answer(village.committee, nowhere, body))).toEqual([
        400,
        'invalid_request',
      ])
    expect(await outcome(answer(village.committee, nowhere, upheld))).toEqual([
      404,
      'unknown_objection',
    ])
    const other = call(test, supervisor, 'GET', '/api/objections?state=lost')
    expect(await outcome(other)).toEqual([400, 'invalid_request'])
  })

  it('list what stands on a notice: masked, without the deductions of others', async () => {
    const url = `/api/notices/${noticeId}/awards`
    const { awards } = await get<Listed>(neighbour, url)
    expect(awards.map(({ awardId }) => awardId)).toEqual([awardIds[2], awardIds[1], awardIds[0]])
    expect(awards.map(({ headMasked }) => headMasked)).toEqual(['李×山', '陈×夜', '陈×夜'])
    const seenByGuard = await get<Listed>(guard, url)
    expect(seenByGuard.awards.map(({ awardId }) => awardId)).toEqual([awardIds[1], awardIds[0]])
  })

  it('show an objection to each as far as it concerns them', async () => {
    const raised = await object(neighbour, awardIds[0], { words: '那晚没见他值守' })
    const { objectionId } = raised.json<{ objectionId: string }>()
    const url = `/api/objections/${objectionId}`
    const byObjector = await get<Shown>(neighbour, url)
    expect(byObjector).toMatchObject({
      objector: { name: '李大山' },
      facts: null,
      award: { personName: '陈×夜', occurredOn: null, mayOpen: false },
    })
    const byEarner = await get<Shown>(guard, url)
    expect(byEarner).toMatchObject({ objector: null, facts: null, words: '那晚没见他值守' })
    expect(byEarner.award).toMatchObject({ personName: '陈守夜', occurredOn: '2026-03-02' })
    const byMember = await get<Shown>(village.committee, url)
    expect(byMember).toMatchObject({
      objector: { name: '李大山' },
      facts: { quantity: 60, unit: 'hour', leaderScore: 5 },
      canAnswer: { ok: true },
      dueOn: '2026-03-11',
      isOverdue: false,
    })
    const bySupervisor = await get<Shown>(supervisor, url)
    expect(bySupervisor.canAnswer).toMatchObject({
      ok: false,
      sentence: '异议由村委会答复；不用回避的委员不足三户的，由监委会或镇里答复。',
    })
    const stranger = await addPerson(test)
    expect(await outcome(call(test, stranger, 'GET', url))).toEqual([404, 'unknown_objection'])
    const { items } = await get<{ items: Shown[] }>(neighbour, '/api/me/objections')
    expect(items.map((one) => one.objectionId)).toEqual([objectionId])
    const seen = await get<{ items: { what: string }[] }>(neighbour, '/api/me/data-access')
    expect(seen.items.map(({ what }) => what)).toContain('objections')
  })

  it('put it into the inbox and onto the award until it is answered', async () => {
    const { items } = await get<{ items: Shown[] }>(village.committee, '/api/objections')
    const objectionId = items[0]?.objectionId ?? ''
    const inbox = await get<{ items: unknown[] }>(village.committee, '/api/workbench/inbox')
    expect(inbox.items).toContainEqual(
      expect.objectContaining({
        kind: 'objection_to_answer',
        id: objectionId,
        dueAt: '2026-03-11T16:00:00.000Z',
      }),
    )
    const url = `/api/awards/${awardIds[0]}`
    expect(await get(guard, url)).toMatchObject({
      isDisputed: true,
      objections: [{ objectionId, state: 'open', isMine: false }],
      canObject: { ok: false, code: 'objection_open', until: null },
    })
    const given = { outcome: 'refused', reasons: '签到签退都有记录' }
    expect((await answer(village.committee, objectionId, given)).statusCode).toBe(200)
    expect(await get(guard, url)).toMatchObject({
      isDisputed: false,
      objections: [{ state: 'refused', reasons: '签到签退都有记录' }],
      canObject: { ok: true, until: '2026-03-09' },
    })
  })

  it('lead from a corrected award to the new one and back', async () => {
    const raised = await object(guard, awardIds[1], { words: '我值了两个小时' })
    const { objectionId } = raised.json<{ objectionId: string }>()
    const given = { outcome: 'upheld', reasons: '属实', correction: { quantity: 120 } }
    const answered = await answer(village.committee, objectionId, given)
    const { newAwardId } = answered.json<{ newAwardId: string }>()
    expect(await get(guard, `/api/awards/${awardIds[1]}`)).toMatchObject({
      state: 'reversed',
      reversal: { reason: '属实' },
      objections: [{ state: 'upheld', newAwardId }],
    })
    expect(await get(guard, `/api/awards/${newAwardId}`)).toMatchObject({
      state: 'scored',
      corrects: { awardId: awardIds[1], objectionId },
      canObject: { ok: false, code: 'award_not_published' },
    })
    const held = await get<{ objections: unknown[] }>(guard, '/api/me/data')
    expect(held.objections).toMatchObject([{ objectionId, words: '我值了两个小时' }])
  })

  it('leave a log from which a stranger recomputes everything', async () => {
    const rating = await score(test, neighbour)
    const raised = await object(neighbour, rating.awardId)
    const { objectionId } = raised.json<{ objectionId: string }>()
    const given = { outcome: 'upheld', reasons: '属实', correction: { quantity: 2 } }
    expect((await answer(village.committee, objectionId, given)).statusCode).toBe(200)
    await object(neighbour, awardIds[2])
    test.clock.set(new Date(endsAt))
    const { act, scoring, newId } = test.server
    const parts = { act, scoring, newId, database: test.database, clock: test.clock }
    expect(await finaliseAwards(parts, VILLAGE)).toBe(1)
    const appeal = (await object(guard, awardIds[0])).json<{ objectionId: string }>()
    const corrected = await answer(village.committee, appeal.objectionId, {
      outcome: 'upheld',
      reasons: '属实',
      correction: { quantity: 90 },
    })
    expect(corrected.json()).toMatchObject({ newState: 'final' })
    const { newAwardId } = corrected.json<{ newAwardId: string }>()
    const { awards } = await get<Listed>(neighbour, `/api/notices/${noticeId}/awards`)
    const ids = awards.map(({ awardId }) => awardId)
    expect(ids).toEqual(expect.arrayContaining([awardIds[0], newAwardId]))
    expect(ids).toHaveLength(4)
    expect(await disagreements(test)).toEqual([])
    const { findings, village: audited } = await auditOf(test.database, VILLAGE, test.clock.now())
    expect(findings).toEqual([])
    expect(audited?.tally).toMatchObject({ objections: 5, upheld: 3 })
  })
})
