import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  adoptedRule,
  claim,
  createBenefitsVillage,
  drawTomorrow,
  publishedOffer,
  type BenefitsVillage,
} from '../../../../test/benefits-village.ts'
import { done } from '../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { clearDecidedTurns } from './erase-turn-words.ts'

let test: TestServer
let village: BenefitsVillage
let judge: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  village = await createBenefitsVillage(test)
  judge = await addPerson(test, { roles: ['committee'] })
})
afterAll(() => test.close())

it.each(['objector', 'claimer'] as const)(
  'an erased %s’s words stay until the turn is decided, and no longer',
  async (side) => {
    const offerId = await publishedOffer(test, village, await adoptedRule(test, village))
    const people = [await addPerson(test), await addPerson(test)]
    for (const person of people) await done(claim(test, person, offerId, 50_000))
    await drawTomorrow(test)
    const places = await Promise.all(
      people.map(
        async (one) => (await done(call(test, one, 'GET', `/api/offers/${offerId}`))).ownTurn.place,
      ),
    )
    const [claimer, objector] = places[0] === 1 ? people : people.toReversed()
    if (claimer === undefined || objector === undefined) throw new Error('nobody is first')
    const url = `/api/offers/${offerId}/objections`
    const words = '他家已经不种菜了。'
    const { objectionId } = await done(call(test, objector, 'POST', url, { place: 1, words }))
    const kept = async () => {
      const { rows } = await test.owner.query(
        'SELECT words, reasons FROM turn_objection WHERE objection_id = $1',
        [objectionId],
      )
      return rows[0]
    }
    const erased = side === 'objector' ? objector : claimer
    await done(call(test, erased, 'POST', '/api/me/erase', { name: erased.name }))
    await clearDecidedTurns(test.database, VILLAGE)
    expect(await kept()).toEqual({ words, reasons: null })
    const decision = { outcome: 'dismissed', reasons: '查过了。' }
    await done(call(test, judge, 'POST', `/api/turn-objections/${objectionId}/decide`, decision))
    await clearDecidedTurns(test.database, VILLAGE)
    expect(await kept()).toEqual({ words: null, reasons: null })
  },
)
