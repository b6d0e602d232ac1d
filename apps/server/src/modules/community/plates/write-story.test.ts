import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { Keyring } from '../../../platform/keyring.ts'
import { readOwnRecords } from '../../record/index.ts'
import { seededRandomness } from '../../../../test/randomness.ts'
import { upload } from '../../../../test/upload.ts'

const keyring = new Keyring(Buffer.alloc(32, 7), seededRandomness('tales'))

let test: TestServer
let committee: TestPerson
let keeper: TestPerson
let neighbour: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  committee = await addPerson(test, { roles: ['committee'] })
  keeper = await addPerson(test, { name: '沈桂花' })
  neighbour = await addPerson(test)
})
afterAll(() => test.close())

let plots = 0
const addPlot = async (
  of: TestPerson,
  story = '',
): Promise<{ subjectId: string; code: string }> => {
  plots += 1
  const body = { kind: 'plot', label: `菜地 ${plots}`, keeperHouseholdId: of.householdId, story }
  return (await call(test, committee, 'POST', '/api/subjects', body)).json()
}
const photograph = async (person: TestPerson): Promise<string> => {
  const pixels = { width: 12, height: 8, channels: 3 as const, background: '#386641' }
  const picture = await sharp({ create: pixels }).jpeg().toBuffer()
  return (await upload(test, person, '/api/photos', picture)).json().fileId
}
const tell = async (
  who: TestPerson | null,
  subjectId: string,
  story: string,
  photoFileId: string | null = null,
) => {
  const answer = await call(test, who, 'POST', `/api/subjects/${subjectId}/story`, {
    story,
    photoFileId,
  })
  return answer.statusCode === 200 ? 'told' : `${answer.statusCode} ${answer.json().code}`
}
const seen = async (who: TestPerson | null, code: string) =>
  (await call(test, who, 'GET', `/api/plates/${code}`)).json().subject
const picture = async (code: string) => call(test, null, 'GET', `/api/plates/${code}/photo`)

it('shows everybody the story and the one picture that the plot’s own household chose', async () => {
  const { subjectId, code } = await addPlot(keeper)
  expect((await picture(code)).json().code).toBe('unknown_photo')
  const fileId = await photograph(keeper)
  expect((await seen(keeper, code)).mayWriteStory).toBe(true)
  expect(await tell(keeper, subjectId, ' 三代人种的豆角 ', fileId)).toBe('told')
  expect(await seen(null, code)).toMatchObject({
    story: '三代人种的豆角',
    photo: { fileId, width: 12, height: 8 },
    mayWriteStory: false,
  })
  const shown = await picture(code)
  expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/webp'])
  // By the plate only: the file itself stays with the village.
  expect((await call(test, null, 'GET', `/api/photos/${fileId}`)).statusCode).toBe(401)
  // The words can be changed and the picture kept, by a cadre too; and all of it taken back.
  expect(await tell(committee, subjectId, '四代人', fileId)).toBe('told')
  expect(await tell(keeper, subjectId, '')).toBe('told')
  expect(await seen(null, code)).toMatchObject({ story: '', photo: null })
  expect((await picture(code)).statusCode).toBe(404)
})

it('is told by nobody else, and with nobody else’s picture', async () => {
  const { subjectId, code } = await addPlot(keeper)
  const fileId = await photograph(keeper)
  expect((await seen(neighbour, code)).mayWriteStory).toBe(false)
  expect(await tell(neighbour, subjectId, '我家的')).toBe('403 subject_not_yours')
  expect(await tell(committee, subjectId, '', fileId)).toBe('400 picture_not_yours')
  expect(await tell(null, subjectId, '')).toBe('401 not_signed_in')
  const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
  expect(await tell(elsewhere, subjectId, '')).toBe('404 unknown_subject')
  const unjoined = await addPerson(test, { joined: false })
  const theirs = await addPlot(unjoined)
  expect(await tell(unjoined, theirs.subjectId, '故事')).toBe('403 household_not_joined')
  expect((await seen(null, code)).story).toBe('')
})

it('stands in the log without a word: the story sealed, the picture by its hash', async () => {
  const { subjectId, code } = await addPlot(keeper)
  const fileId = await photograph(keeper)
  await tell(keeper, subjectId, '只在牌子上读得到', fileId)
  const { rows } = await test.owner.query(
    "SELECT leaf FROM record WHERE kind = 'subject.told' ORDER BY record_id DESC LIMIT 1",
  )
  const leaf = JSON.parse(rows[0].leaf.toString())
  expect(Object.keys(leaf.public)).toEqual(['subject'])
  expect(leaf.commitments).toHaveLength(1)
  expect(rows[0].leaf.toString()).not.toContain('读得到')
  const [own] = await test.database.inVillage(VILLAGE, (db) =>
    readOwnRecords(db, keyring, VILLAGE, keeper.personId, { beforeRecordId: null, limit: 1 }),
  )
  const photo = createHash('sha256')
    .update((await picture(code)).rawPayload)
    .digest('base64url')
  expect(own?.kind).toBe('subject.told')
  expect(JSON.parse(own?.payload ?? '')).toEqual({ subjectId, story: '只在牌子上读得到', photo })
})

it('goes when its teller is erased, and when the household leaves or is no more', async () => {
  const both = await addPerson(test)
  const told = await addPlot(both)
  const written = await addPlot(both, '村里写的')
  await tell(both, told.subjectId, '我们家的', await photograph(both))
  const erase = { name: both.name }
  expect((await call(test, both, 'POST', '/api/me/erase', erase)).statusCode).toBe(200)
  expect(await seen(null, told.code)).toMatchObject({ story: '', photo: null })
  expect((await picture(told.code)).statusCode).toBe(404)
  expect((await seen(null, written.code)).story).toBe('')
  const leaving = await addPerson(test)
  const plot = await addPlot(leaving)
  await tell(leaving, plot.subjectId, '我们家的', await photograph(leaving))
  const consent = `/api/households/${leaving.householdId}/consent`
  const left = await call(test, leaving, 'POST', consent, { decision: 'leave' })
  expect(left.statusCode).toBe(200)
  expect(await seen(null, plot.code)).toMatchObject({ story: '', photo: null })
})

it('goes with the household that told it, when another keeps the plot', async () => {
  const { subjectId, code } = await addPlot(keeper)
  await tell(keeper, subjectId, '我们家的', await photograph(keeper))
  const keep = { keeperHouseholdId: neighbour.householdId }
  await call(test, committee, 'POST', `/api/subjects/${subjectId}`, keep)
  expect(await seen(null, code)).toMatchObject({ story: '', photo: null })
})
