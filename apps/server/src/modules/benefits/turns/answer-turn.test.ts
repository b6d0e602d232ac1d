import { afterAll, describe, expect, it } from 'vitest'
import { answer } from '../../../../test/benefits-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { createQueueVillage } from '../../../../test/queue-village.ts'
import { addPerson, call, OTHER_VILLAGE } from '../../../../test/server.ts'

const { test, drawnQueue, turnOf, findings } = await createQueueVillage()
afterAll(() => test.close())

describe('an answer to a turn', () => {
  it('takes what was called for or less, once for one key; the rest goes to the next', async () => {
    const { offerId, first, third } = await drawnQueue()
    expect(await turnOf(third, offerId)).toMatchObject({ state: 'waiting' })
    const url = `/api/offers/${offerId}/turn`
    const body = { takenQuantity: 20_000 }
    await sentTwice(test, (key) => call(test, first, 'POST', url, body, { key }))
    expect(await turnOf(first, offerId)).toMatchObject({ state: 'accepted', quantity: 20_000 })
    expect(await turnOf(third, offerId)).toMatchObject({ state: 'called', quantity: 30_000 })
    expect(await findings()).toEqual([])
  })

  it('of nothing declines, once, and frees all of it', async () => {
    const { offerId, first, third } = await drawnQueue()
    await done(answer(test, first, offerId, 0))
    expect(await refused(answer(test, first, offerId, 0))).toBe('409 turn_ended')
    expect(await turnOf(first, offerId)).toMatchObject({ state: 'declined', quantity: 0 })
    expect(await turnOf(third, offerId)).toMatchObject({ state: 'called', quantity: 50_000 })
  })

  it('is of whoever was called, of no more than that', async () => {
    const { offerId, first, third } = await drawnQueue()
    expect(await refused(answer(test, null, offerId, 1000))).toBe('401 not_signed_in')
    const foreign = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await refused(answer(test, foreign, offerId, 1000))).toBe('404 unknown_offer')
    expect(await refused(answer(test, await addPerson(test), offerId, 1000))).toBe('404 no_turn')
    expect(await refused(answer(test, third, offerId, 1000))).toBe('409 turn_not_called')
    expect(await refused(answer(test, first, offerId, 50_001))).toBe('400 turn_above_called')
  })

  it('is one of a household, where two of it answer at one moment', async () => {
    const { offerId, first } = await drawnQueue()
    const wife = await addPerson(test, { householdId: first.householdId })
    const both = [answer(test, first, offerId, 50_000), answer(test, wife, offerId, 0)]
    expect(await outcomesOf(both)).toEqual(['done', 'turn_ended'])
    expect(await findings()).toEqual([])
  })
})
