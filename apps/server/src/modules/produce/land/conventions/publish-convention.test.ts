import { afterAll, expect, it } from 'vitest'
import { createLandVillage, landOf } from '../../../../../test/land-village.ts'
import { outcomesOf, sentTwice } from '../../../../../test/once-per-key.ts'
import { refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, type TestPerson } from '../../../../../test/server.ts'

const test = await createTestServer()
const { committee, technician } = await createLandVillage(test)
afterAll(() => test.close())

const publish = (who: TestPerson | null, wordsZh: string, key?: string) =>
  call(test, who, 'POST', '/api/conventions', { wordsZh }, key ? { key } : {})

it('is published edition by edition, each as a document of the log', async () => {
  await sentTwice(test, (key) => publish(committee, '第二版：不烧秸秆。', key))
  expect((await landOf(test, committee)).convention).toEqual({
    edition: 2,
    words: '第二版：不烧秸秆。',
  })
  const { rows } = await test.owner.query(
    "SELECT leaf FROM record WHERE kind = 'convention.published' ORDER BY record_id",
  )
  const editions = rows.map((row) => JSON.parse(row.leaf.toString()).public.edition)
  expect(editions).toEqual([1, 2])
})

it('is the committee’s, and one edition follows another however many publish at once', async () => {
  expect(await refused(publish(technician, '不行'))).toBe('403 role_required')
  expect(await refused(publish(await addPerson(test), '不行'))).toBe('403 role_required')
  expect(await refused(publish(null, '不行'))).toBe('401 not_signed_in')
  expect(await refused(publish(committee, ' '))).toBe('400 invalid_request')
  const second = await addPerson(test, { roles: ['committee'] })
  const both = [committee, second].map((who) => publish(who, '第三版'))
  expect(await outcomesOf(both)).toEqual(['done', 'done'])
  expect((await landOf(test, committee)).convention.edition).toBe(4)
})
