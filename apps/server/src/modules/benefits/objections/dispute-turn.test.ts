import { afterAll, describe, expect, it } from 'vitest'
import { answer } from '../../../../test/benefits-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { createQueueVillage } from '../../../../test/queue-village.ts'
import { addPerson, call, OTHER_VILLAGE } from '../../../../test/server.ts'

const { test, drawnQueue, dispute, turnOf } = await createQueueVillage()
afterAll(() => test.close())

describe('an objection to a turn', () => {
  it('is made once for one key; the turn rests, and its household is told by whom', async () => {
    const { offerId, first, second, third } = await drawnQueue()
    await sentTwice(test, (key) => dispute(third, offerId, 1, key))
    expect(await turnOf(first, offerId)).toMatchObject({ state: 'called', isDisputed: true })
    expect(await turnOf(second, offerId)).toMatchObject({ state: 'called', isDisputed: false })
    const { items } = await done(call(test, first, 'GET', '/api/me/messages'))
    expect(items[0]).toMatchObject({ kind: 'turn.disputed', params: { byName: third.name } })
    expect(await refused(dispute(third, offerId, 1))).toBe('409 already_disputed')
  })

  it('is of whoever stands in the queue, against another turn that was called', async () => {
    const { offerId, first, third } = await drawnQueue()
    expect(await refused(dispute(null, offerId, 1))).toBe('401 not_signed_in')
    const foreign = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await refused(dispute(foreign, offerId, 1))).toBe('404 unknown_offer')
    expect(await refused(dispute(await addPerson(test), offerId, 1))).toBe(
      '403 objector_without_claim',
    )
    expect(await refused(dispute(first, offerId, 1))).toBe('400 own_turn')
    expect(await refused(dispute(first, offerId, 3))).toBe('409 turn_not_disputable')
    expect(await refused(dispute(third, offerId, 9))).toBe('409 turn_not_disputable')
  })

  it('is one of a turn, where two object at one moment or it is answered meanwhile', async () => {
    const { offerId, first, second, third } = await drawnQueue()
    const both = [second, third].map((who) => dispute(who, offerId, 1))
    expect(await outcomesOf(both)).toEqual(['already_disputed', 'done'])
    expect(await refused(answer(test, first, offerId, 1000))).toBe('409 turn_disputed')
  })
})
