import { keptShareSettled } from '@azalea/records'
import { afterAll, describe, expect, it } from 'vitest'
import {
  claim,
  drawTomorrow,
  nextMorning,
  publishedOffer,
  queueParts,
} from '../../../../test/benefits-village.ts'
import { done } from '../../../../test/participation-village.ts'
import { createQueueVillage } from '../../../../test/queue-village.ts'
import { inTx } from '../../../../test/scoring-village.ts'
import { addPerson, VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { throughHandle } from '../../../platform/database/database.ts'
import type { Act } from '../../record/index.ts'
import { moveQueue, SEALED_PARTS } from './settle-queue.ts'

const { test, village, orderRuleId, turnOf } = await createQueueVillage()
afterAll(() => test.close())

describe('a queue that moves on', () => {
  it('is read once, however many turns lapse at once', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    const people: TestPerson[] = []
    for (let no = 0; no < 10; no += 1) people.push(await addPerson(test))
    for (const person of people) await done(claim(test, person, offerId, 10_000))
    await drawTomorrow(test)
    await nextMorning(test, 4)
    let reads = 0
    const act: Act = (command, action) =>
      test.server.act(command, (tx) => {
        const db = throughHandle(tx.db, (execute) => (statement) => {
          if (/^select.*from "offer_turn"/.test(statement.sql)) reads += 1
          return execute(statement)
        })
        return action({ ...tx, db })
      })
    await moveQueue({ ...queueParts(test), act }, VILLAGE, offerId, 'lapse')
    for (const person of people)
      expect(await turnOf(person, offerId)).toMatchObject({ state: 'lapsed' })
    // By the lapse.
    expect(reads).toBe(1)
  })

  it('is settled once, after all have answered and the days to object are over', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    await done(claim(test, await addPerson(test), offerId, 10_000))
    await drawTomorrow(test)
    const settled = async () => {
      const sql = "SELECT count(*)::int AS n FROM record WHERE kind = 'queue.settled'"
      return (await test.owner.query(sql)).rows[0].n as number
    }
    const move = async () => {
      await moveQueue(queueParts(test), VILLAGE, offerId, 'lapse')
      await moveQueue(queueParts(test), VILLAGE, offerId, 'settle')
    }
    const before = await settled()
    await nextMorning(test, 4)
    await move()
    expect(await settled()).toBe(before)
    await nextMorning(test, 4)
    await Promise.all([move(), move()])
    await move()
    expect(await settled()).toBe(before + 1)
  })
})

it('seals no more parts of a kept share than a leaf holds', async () => {
  const person = await addPerson(test)
  const quantity = 1_000_000_000
  const secret = await test.database.inVillage(VILLAGE, (db) => test.server.secrets.of(db, VILLAGE))
  const payload = { offerId: test.server.newId(), takenQuantity: quantity, enteredBy: null }
  const offer = secret.pseudonym('offer', payload.offerId)
  const record = keptShareSettled({
    public: { offer, keptQuantity: quantity, takenQuantity: quantity },
    parts: Array.from({ length: SEALED_PARTS }, () => ({ personId: person.personId, payload })),
  })
  await inTx(test, person, async (tx) => tx.append(record))
  const { rows } = await test.owner.query(
    "SELECT FROM record WHERE kind = 'kept-share.settled' AND convert_from(leaf, 'UTF8') LIKE $1",
    [`%${offer}%`],
  )
  expect(rows).toHaveLength(1)
})
