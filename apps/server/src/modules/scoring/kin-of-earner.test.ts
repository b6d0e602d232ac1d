import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  type TestPerson,
  type TestServer,
} from '../../../test/server.ts'
import {
  actorOf,
  createScoringVillage,
  nextKey,
  score,
  watchHour,
  type ScoringVillage,
} from '../../../test/scoring-village.ts'
import { decideDeed, publishNotice, recordDeed, reverseAward } from './index.ts'

let test: TestServer
let village: ScoringVillage
let earner: TestPerson

beforeAll(async () => {
  test = await createTestServer()
  village = await createScoringVillage(test)
  earner = await addPerson(test)
})
afterAll(() => test.close())

const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: { code: string }) => error.code,
  )
const recorded = (by: TestPerson, personId: string) =>
  recordDeed(test.server, actorOf(by, 'committee'), nextKey(), {
    personId,
    itemRef: 'tool-repair',
    quantity: 1,
    occurredOn: '2026-03-02',
    words: '修好了村里的打药机',
  })
const decide = (by: TestPerson, contributionId: string) =>
  decideDeed(test.server, actorOf(by, 'committee'), nextKey(), {
    contributionId,
    decision: 'accept',
  })
const publish = (by: TestPerson) =>
  publishNotice(test.server, actorOf(by, 'committee'), nextKey(), {})
const movesTo = (person: TestPerson, householdId: string) =>
  test.owner.query('UPDATE person SET household_id = $1 WHERE person_id = $2', [
    householdId,
    person.personId,
  ])

describe('what somebody earned who has moved in with a member of the committee', () => {
  it('is judged by others: their kin are whom they live with now, and where it was earned', async () => {
    const { committee, secondMember } = village
    const { awardId } = await score(test, earner, watchHour)
    const deed = await recorded(earner, earner.personId)
    await movesTo(earner, committee.householdId)
    expect(await codeOf(decide(committee, deed.contributionId))).toBe('own_household_deed')
    expect(await codeOf(publish(committee))).toBe('only_own_awards')
    const why = { awardId, reason: '登记错了' }
    const actor = actorOf(committee, 'committee')
    const reversed = reverseAward(test.server, actor, nextKey(), why)
    expect(await codeOf(reversed)).toBe('own_household_award')
    const open = (await call(test, committee, 'GET', '/api/awards?state=scored')).json().items
    expect(open).toMatchObject([{ isOwnHousehold: true }])
    const waits = async (who: TestPerson) =>
      (await call(test, who, 'GET', '/api/workbench/inbox')).json().items as { kind: string }[]
    expect(await waits(committee)).toEqual([])
    const [listed] = (await call(test, committee, 'GET', '/api/deeds?state=recorded')).json().items
    expect(listed.canDecide).toMatchObject({ ok: false, code: 'own_household_deed' })
    expect((await waits(secondMember)).map(({ kind }) => kind).toSorted()).toEqual([
      'awards_to_publish',
      'deed_to_decide',
    ])
    expect(await codeOf(decide(secondMember, deed.contributionId))).toBeNull()
    expect(await publish(secondMember)).toMatchObject({ leftOut: 0 })
  })

  it('and what was recorded by a member is not accepted by their kin either', async () => {
    const kin = await addPerson(test, {
      householdId: village.committee.householdId,
      roles: ['committee'],
    })
    const person = await addPerson(test)
    const { contributionId } = await recorded(village.committee, person.personId)
    expect(await codeOf(decide(kin, contributionId))).toBe('own_household_deed')
    expect(await codeOf(decide(village.secondMember, contributionId))).toBeNull()
  })
})
