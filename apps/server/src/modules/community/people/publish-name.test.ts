import { afterAll, expect, it } from 'vitest'
import { createDeskVillage } from '../../../../test/desk-village.ts'
import { sentTwice } from '../../../../test/once-per-key.ts'

const { test, villager, post, ownRecords } = await createDeskVillage()
afterAll(() => test.close())

const URL = '/api/me/name-publication'

it('a person agrees to be published by name and takes it back, each time in their own records', async () => {
  const agreed = await sentTwice(test, (key) => post(villager, URL, { publishes: true }, key))
  expect(agreed.json()).toEqual({ publishes: true })
  const publishes = async () => {
    const sql = 'SELECT publishes_name FROM person WHERE person_id = $1'
    return (await test.owner.query(sql, [villager.personId])).rows[0].publishes_name as boolean
  }
  expect(await publishes()).toBe(true)
  await post(villager, URL, { publishes: false })
  expect(await publishes()).toBe(false)
  const records = await ownRecords(villager)
  expect(records.map(({ kind }) => kind)).toEqual(
    Array.from({ length: 2 }, () => 'person.name-publication'),
  )
  expect(records.map(({ payload }) => JSON.parse(payload))).toEqual([
    { publishes: false },
    { publishes: true },
  ])
})

it('is the person’s own to say, in one word', async () => {
  expect((await post(null, URL, { publishes: true })).statusCode).toBe(401)
  expect((await post(villager, URL, {})).json().code).toBe('invalid_request')
})
