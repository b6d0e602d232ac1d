import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../test/audited-log.ts'
import {
  adoptedRule,
  answer,
  claim,
  createBenefitsVillage,
  drawTomorrow,
  nextMorning,
  offerOf,
  publishedOffer,
  queueParts,
  type BenefitsVillage,
} from '../../../test/benefits-village.ts'
import { done, refused } from '../../../test/participation-village.ts'
import { createScoringVillage, score } from '../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../test/server.ts'
import { escalateTurnObjections } from './objections/escalate-turn-objections.ts'

let test: TestServer
let village: BenefitsVillage
let judge: TestPerson
let supervisor: TestPerson
let first: TestPerson
let wife: TestPerson
let child: TestPerson
let second: TestPerson
let offerId: string
beforeAll(async () => {
  test = await createTestServer()
  ;({ committee: judge } = await createScoringVillage(test))
  village = await createBenefitsVillage(test)
  // Three households of the committee that had no hand in it: else the supervisors decide.
  for (let others = 0; others < 2; others += 1) await addPerson(test, { roles: ['committee'] })
  supervisor = await addPerson(test, { roles: ['supervisor'] })
  first = await addPerson(test)
  wife = await addPerson(test, { householdId: first.householdId })
  child = await addPerson(test, { householdId: first.householdId })
  await test.owner.query('UPDATE person SET birth_year = 2015 WHERE person_id = $1', [
    child.personId,
  ])
  second = await addPerson(test)
  await score(test, first, { itemRef: 'small-high', sourceKind: 'attendance' })
  offerId = await publishedOffer(test, village, await adoptedRule(test, village))
  for (const person of [first, second]) await done(claim(test, person, offerId, 50_000))
  await drawTomorrow(test)
})
afterAll(() => test.close())

const kindsOf = async (person: TestPerson) =>
  (await done(call(test, person, 'GET', '/api/me/messages'))).items.map(
    ({ kind }: { kind: string }) => kind,
  )
const waitingOf = async (person: TestPerson) =>
  (await done(call(test, person, 'GET', '/api/me/home'))).waiting.filter(
    ({ kind }: { kind: string }) => kind === 'turn_called',
  )
const inboxOf = async (person: TestPerson) =>
  (await done(call(test, person, 'GET', '/api/workbench/inbox'))).items.filter(
    ({ kind }: { kind: string }) => kind.startsWith('turn_objection'),
  )
const bankOf = (person: TestPerson) => done(call(test, person, 'GET', '/api/me/data'))

it('a called turn is told to every adult of the household, and waits on Home of each', async () => {
  for (const person of [first, wife]) {
    expect(await kindsOf(person)).toContain('turn.called')
    expect(await waitingOf(person)).toMatchObject([{ id: offerId, title: '青菜 100 公斤先卖' }])
  }
  expect(await kindsOf(child)).not.toContain('turn.called')
  await done(answer(test, wife, offerId, 50_000))
  expect(await waitingOf(first)).toEqual([])
})

it('a disputed turn stands in the inbox of who decides; overdue, with those who press for it', async () => {
  const own = await offerOf(test, second, offerId)
  expect(own).toMatchObject({ canObject: { ok: true }, objections: [] })
  const words = '他家已经不种菜了。'
  const dispute = { place: 1, words }
  await done(call(test, second, 'POST', `/api/offers/${offerId}/objections`, dispute))
  expect((await offerOf(test, second, offerId)).objections).toMatchObject([
    { place: 1, isMine: true, words, outcome: null },
  ])
  expect((await offerOf(test, first, offerId)).objections).toMatchObject([
    { place: 1, isMine: false, words: null },
  ])
  expect(await kindsOf(wife)).toContain('turn.disputed')
  expect(await inboxOf(judge)).toMatchObject([{ kind: 'turn_objection_to_decide', id: offerId }])
  for (const one of [village.drafter, village.publisher, supervisor])
    expect(await inboxOf(one)).toEqual([])
  await nextMorning(test, 12)
  expect(await escalateTurnObjections(queueParts(test), VILLAGE)).toBe(1)
  expect(await escalateTurnObjections(queueParts(test), VILLAGE)).toBe(0)
  expect(await kindsOf(supervisor)).toContain('turn.overdue')
  expect(await inboxOf(supervisor)).toMatchObject([{ kind: 'turn_objection_overdue', id: offerId }])
  expect(await inboxOf(judge)).toMatchObject([{ kind: 'turn_objection_to_decide' }])
  const { rows } = await test.owner.query("SELECT kind FROM record WHERE kind = 'turn.overdue'")
  expect(rows).toHaveLength(1)
})

it('the data bank holds what the household claimed, what came of it, and the own objections', async () => {
  const claims = [{ offerId, wantedQuantity: 50_000, turn: { place: 1, state: 'accepted' } }]
  for (const person of [first, wife]) expect((await bankOf(person)).claims).toMatchObject(claims)
  expect((await bankOf(first)).turnObjections).toMatchObject([{ part: 'claimer' }])
  expect((await bankOf(second)).turnObjections).toMatchObject([
    { part: 'objector', words: '他家已经不种菜了。' },
  ])
  expect(await bankOf(judge)).toMatchObject({ claims: [], turnObjections: [] })
})

it('the desk says beforehand what somebody cannot do, and why', async () => {
  const desk = await done(call(test, judge, 'GET', `/api/offers/${offerId}/queue`))
  expect(desk).toMatchObject({ canCancel: { ok: false, code: 'offer_not_cancellable' } })
  const cancel = call(test, judge, 'POST', `/api/offers/${offerId}/cancel`, { reason: '冻坏了' })
  expect(await refused(cancel)).toBe('409 offer_not_cancellable')
  const nameZh = '抽签'
  const rule = { schema: 'azalea-order-rule/1', precedence: { by: 'lot' }, ties: [] }
  const draft = { nameZh, rule: { ...rule, floorPermille: 0, partial: true } }
  await done(call(test, village.drafter, 'POST', '/api/order-rules', draft))
  const canAdopt = async (person: TestPerson) => {
    const { items } = await done(call(test, person, 'GET', '/api/order-rules'))
    return items.find(({ name }: { name: string }) => name === nameZh).canAdopt
  }
  expect(await canAdopt(village.drafter)).toMatchObject({ ok: false, code: 'own_order_rule' })
  expect(await canAdopt(judge)).toMatchObject({ ok: true })
})

it('is all told in a log that the audit can follow', async () => {
  const { findings } = await auditOf(test.database, VILLAGE, test.clock.now())
  const unfounded = /knows no household|joined is not as logged/
  expect(findings.filter(({ detail }) => !unfounded.test(detail))).toEqual([])
})
