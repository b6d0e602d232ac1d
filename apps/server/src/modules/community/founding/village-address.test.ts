import { afterAll, expect, it } from 'vitest'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { createPlateVillage } from '../../../../test/plate-village.ts'
import { addPerson, call, type TestPerson } from '../../../../test/server.ts'
import { leavesOf } from '../../../../test/scoring-village.ts'

const { test, committee, villager, add } = await createPlateVillage()
afterAll(() => test.close())

it('gives codes the address that the operator has said, and none before', async () => {
  await add(committee, { kind: 'house', label: '房屋 1' })
  const urls = async () => {
    const { items } = (await call(test, committee, 'GET', '/api/plates?kind=house')).json()
    return items.map(({ url }: { url: string | null }) => url?.replace(/\w+$/, '') ?? null)
  }
  expect(await urls()).toEqual([null])
  const operator = await addPerson(test, { roles: ['operator'] })
  const say = (who: TestPerson, publicUrl: string) =>
    call(test, who, 'POST', '/api/village/public-url', { publicUrl })
  expect((await say(committee, 'https://village.example')).statusCode).toBe(403)
  expect((await say(operator, 'http://localhost:8080')).json().code).toBe('bad_public_url')
  expect((await say(operator, 'https://village.example/')).json()).toEqual({
    publicUrl: 'https://village.example',
  })
  expect(await urls()).toEqual(['https://village.example/p/'])
  await test.owner.query('UPDATE village SET public_url = NULL')
})

it('records where plates lead from now on, and tells committee and supervisors once', async () => {
  const operator = await addPerson(test, { roles: ['operator'] })
  const supervisor = await addPerson(test, { roles: ['supervisor'] })
  const say = (publicUrl: string) =>
    call(test, operator, 'POST', '/api/village/public-url', { publicUrl })
  const told = async () => {
    const { rows } = await test.owner.query<{ person_id: string; params: unknown }>(
      "SELECT person_id, params FROM message WHERE kind = 'village.public_url_said' ORDER BY sent_at, message_id",
    )
    return rows
  }
  const recorded = async () =>
    (await leavesOf(test, 'village.public-url-said', '')).map((leaf) => leaf.public['publicUrl'])
  const [toldBefore, recordedBefore] = [await told(), await recorded()]
  await say('https://elsewhere.example')
  await say('https://elsewhere.example/') // the same again says nothing new
  const news = (await told()).slice(toldBefore.length)
  const params = { publicUrl: 'https://elsewhere.example' }
  for (const { personId } of [committee, supervisor])
    expect(news.filter(({ person_id: id }) => id === personId)).toEqual([
      { person_id: personId, params },
    ])
  for (const { personId } of [operator, villager])
    expect(news.map(({ person_id: id }) => id)).not.toContain(personId)
  expect((await recorded()).slice(recordedBefore.length)).toEqual(['https://elsewhere.example'])
  await test.owner.query('UPDATE village SET public_url = NULL')
})

it('is said once for one key, with its http:// or not at all', async () => {
  const operator = await addPerson(test, { roles: ['operator'] })
  const say = (publicUrl: string, key?: string) =>
    call(test, operator, 'POST', '/api/village/public-url', { publicUrl }, key ? { key } : {})
  await sentTwice(test, (key) => say('https://once.example', key))
  expect((await say('once.example')).json().code).toBe('public_url_without_scheme')
})
