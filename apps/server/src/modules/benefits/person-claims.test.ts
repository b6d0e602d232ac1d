import { expect, it, afterAll } from 'vitest'
import {
  adoptedRule,
  answer,
  claim,
  drawTomorrow,
  greens,
  nextMorning,
  offerOf,
  publishedOffer,
  run,
} from '../../../test/benefits-village.ts'
import { done, refused } from '../../../test/participation-village.ts'
import { createQueueVillage } from '../../../test/queue-village.ts'
import { score } from '../../../test/scoring-village.ts'
import { addPerson, call, VILLAGE, type TestPerson } from '../../../test/server.ts'

const { test, village, judge, findings, turnOf, dispute } = await createQueueVillage()
const precedence = { by: 'honour_less_received', halfAtQuantity: 1 } as const
const orderRuleId = await adoptedRule(test, village, { precedence, ties: [] }, 'person')
afterAll(() => test.close())

const YEAR = test.clock.now().getUTCFullYear()
const aged = async (years: number | null, householdId?: string): Promise<TestPerson> => {
  const person = await addPerson(test, householdId === undefined ? {} : { householdId })
  const born = years === null ? null : YEAR - years
  await test.owner.query('UPDATE person SET birth_year = $1 WHERE person_id = $2', [
    born,
    person.personId,
  ])
  return person
}
/** A job, or more, for grown persons. */
const job = {
  kind: 'village_job',
  titleZh: '村道养护工',
  unit: 'person',
  claimant: 'person',
  supplyQuantity: 1,
  mostQuantity: 1,
}
const jobs = (change: object = {}) =>
  publishedOffer(test, village, orderRuleId, { ...job, ...change })
const one = (person: TestPerson | null, offerId: string, more: object = {}) =>
  claim(test, person, offerId, 1, { leastQuantity: 1, ...more })
const withdraw = (person: TestPerson, offerId: string) =>
  call(test, person, 'POST', `/api/offers/${offerId}/claim/withdraw`, {})
const homeOf = async (person: TestPerson) =>
  (await done(call(test, person, 'GET', '/api/me/home'))).waiting.filter(
    ({ kind }: { kind: string }) => kind === 'turn_called',
  )
const messagesOf = async (person: TestPerson) =>
  (await done(call(test, person, 'GET', '/api/me/messages'))).items.map(
    ({ kind }: { kind: string }) => kind,
  )
const claimsOf = async (offerId: string) =>
  (await done(call(test, judge, 'GET', `/api/offers/${offerId}/queue`))).claimers
const move = async (person: TestPerson, householdId: string) => {
  const to = { place: { householdId }, reason: '结婚' }
  await done(call(test, village.drafter, 'POST', `/api/people/${person.personId}/move`, to))
  const confirm = `/api/people/${person.personId}/removal/confirm`
  const removal = { removal: 'moved_in', toHouseholdId: householdId }
  await done(call(test, village.publisher, 'POST', confirm, removal))
}

it('an offer for persons takes one claim of each grown member of the ages that it tells', async () => {
  const father = await aged(50)
  const { householdId } = father
  const mother = await aged(48, householdId)
  const unknown = await aged(null, householdId)
  const child = await aged(15, householdId)
  const offerId = await jobs({ ageFrom: 18, ageTo: 49 })
  expect(await refused(one(father, offerId))).toBe('403 claim_not_for_age')
  expect(await refused(one(child, offerId))).toBe('403 claim_not_for_age')
  expect(await refused(one(unknown, offerId))).toBe('403 claim_not_for_age')
  expect((await offerOf(test, father, offerId)).canClaim).toMatchObject({
    code: 'claim_not_for_age',
  })
  expect(await done(one(mother, offerId))).toEqual({ changed: false })
  expect((await offerOf(test, father, offerId)).ownClaim).toBeNull()
  const open = await jobs()
  for (const person of [father, mother, unknown])
    expect(await done(one(person, open))).toEqual({ changed: false })
  expect(await done(one(mother, open))).toEqual({ changed: true })
  expect(await refused(one(child, open))).toBe('403 claim_not_for_age')
  await done(withdraw(unknown, open))
  expect(await refused(withdraw(child, open))).toBe('404 no_claim')
  // Of their own household a cadre enters nothing, of another they do, and it is that person's.
  const leader = await addPerson(test, { roles: ['group_leader'] })
  const kin = await addPerson(test, { householdId: leader.householdId })
  const onBehalf = (person: TestPerson) => ({
    onBehalf: { personId: person.personId, channel: 'oral' },
  })
  expect(await refused(one(leader, open, onBehalf(kin)))).toBe('400 claim_for_household')
  await done(one(leader, open, onBehalf(unknown)))
  expect((await offerOf(test, unknown, open)).ownClaim).toMatchObject({
    enteredByName: leader.name,
  })
  expect((await claimsOf(open)).map(({ name }: { name: string }) => name).toSorted()).toEqual(
    [father.name, mother.name, unknown.name].toSorted(),
  )
  const turned = { ...greens(test, orderRuleId, job), ageFrom: 40, ageTo: 30 }
  const household = { ...greens(test, orderRuleId), ageFrom: 40 }
  for (const body of [turned, household])
    expect(await refused(call(test, village.drafter, 'POST', '/api/offers', body))).toBe(
      '400 offer_ages_wrong',
    )
})

it('stands by the household’s honour; its members are equal, and each answers alone', async () => {
  const first = await aged(40)
  const wife = await aged(39, first.householdId)
  const other = await aged(30)
  await score(test, first, { itemRef: 'small-high', sourceKind: 'attendance' })
  const offerId = await jobs()
  for (const person of [first, wife, other]) await done(one(person, offerId))
  await drawTomorrow(test)
  const [atFirst, atWife] = [await turnOf(first, offerId), await turnOf(wife, offerId)]
  expect(new Set([atFirst.place, atWife.place])).toEqual(new Set([1, 2]))
  expect(await turnOf(other, offerId)).toMatchObject({ place: 3, state: 'waiting' })
  const [called, waits] = atFirst.place === 1 ? [first, wife] : [wife, first]
  const { sentences } = await turnOf(called, offerId)
  expect(sentences.join('')).toContain('抽签')
  expect(await homeOf(called)).toMatchObject([{ id: offerId }])
  expect(await homeOf(waits)).toEqual([])
  expect(await messagesOf(called)).toContain('turn.called')
  expect(await messagesOf(waits)).not.toContain('turn.called')
  expect(await refused(answer(test, waits, offerId, 1))).toBe('409 turn_not_called')
  expect(await refused(dispute(waits, offerId, 1))).toBe('400 own_turn')
  const nobody = await aged(50, first.householdId)
  expect(await refused(answer(test, nobody, offerId, 1))).toBe('404 no_turn')
  await done(answer(test, called, offerId, 1))
  const lines = await done(
    call(test, null, 'GET', `/api/villages/${VILLAGE}/offers/${offerId}/queue`),
  )
  const masked = (name: string) => `${name[0]}×${name.at(-1)}`
  expect(lines.lines[0]).toMatchObject({ name: masked(called.name), state: 'accepted' })
  const bank = async (person: TestPerson) =>
    (await done(call(test, person, 'GET', '/api/me/data'))).claims
  expect(await bank(called)).toMatchObject([{ offerId, turn: { state: 'accepted' } }])
  expect(await bank(nobody)).toEqual([])
  // What one of them received counts for the household in the next offer of the kind.
  await nextMorning(test, 4)
  await run(test)
  const next = await jobs()
  for (const person of [waits, other]) await done(one(person, next))
  await drawTomorrow(test)
  const desk = await done(call(test, judge, 'GET', `/api/offers/${next}/queue`))
  const receivedOf = ({ personId }: TestPerson) =>
    desk.lines.find(({ holderId }: { holderId: string }) => holderId === personId)
  expect(receivedOf(waits)).toMatchObject({ receivedQuantity: 1, waitedOffers: 0 })
  expect(receivedOf(other)).toMatchObject({ receivedQuantity: 0, waitedOffers: 1 })
  expect(await findings()).toEqual([])
})

it('is not followed from offer to offer: in the log a person has another name in each', async () => {
  const { rows } = await test.owner.query(
    `SELECT person_id, count(*)::int AS claims, count(DISTINCT claimant)::int AS names
       FROM offer_claim WHERE holder_id = person_id GROUP BY person_id`,
  )
  expect(rows.some(({ claims }) => claims > 1)).toBe(true)
  for (const { claims, names } of rows) expect(names).toBe(claims)
})

it('whoever dies, or moves to another household, takes the claim back or passes the turn on', async () => {
  const [open, running] = [await jobs({ titleZh: '护林员' }), await jobs({ titleZh: '保洁员' })]
  const mover = await aged(30)
  const home = await aged(60)
  const next = await aged(31)
  await score(test, mover, { itemRef: 'small-high', sourceKind: 'attendance' })
  for (const person of [mover, next]) await done(one(person, running))
  await test.owner.query(`UPDATE offer SET closes_at = closes_at + interval '9 days'
    WHERE offer_id = '${open}'`)
  await done(one(mover, open))
  await drawTomorrow(test)
  expect(await turnOf(mover, running)).toMatchObject({ state: 'called' })
  await move(mover, home.householdId)
  expect(await turnOf(mover, running)).toMatchObject({ state: 'declined', quantity: 0 })
  expect(await turnOf(next, running)).toMatchObject({ state: 'called' })
  expect(await claimsOf(open)).toEqual([])
  expect(await done(one(mover, open))).toEqual({ changed: false })
  expect(await claimsOf(open)).toMatchObject([{ name: mover.name }])
  await done(
    call(test, home, 'POST', `/api/households/${home.householdId}/consent`, {
      decision: 'leave',
    }),
  )
  expect(await claimsOf(open)).toEqual([])
  const departed = { removal: 'died', reason: '病故' }
  const url = `/api/people/${next.personId}/removal`
  await done(call(test, village.drafter, 'POST', url, departed))
  const confirm = { removal: 'died' }
  await done(call(test, village.publisher, 'POST', `${url}/confirm`, confirm))
  const left = await done(call(test, judge, 'GET', `/api/offers/${running}/queue`))
  expect(left.lines.map(({ state }: { state: string }) => state)).toEqual(['declined', 'declined'])
})
