import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  addSides,
  createBreachVillage,
  decide,
  dismissed,
  reply,
  report,
  settleAll,
  view,
} from '../../../../test/breach-village.ts'
import type { ScoringVillage } from '../../../../test/scoring-village.ts'
import { call, VILLAGE, type TestPerson, type TestServer } from '../../../../test/server.ts'
import { clearEndedReports } from './clear-ended-words.ts'

let test: TestServer
let village: ScoringVillage
beforeAll(async () => {
  ;({ test, village } = await createBreachVillage())
})
afterAll(() => test.close())

const eraseMyself = async (person: TestPerson) =>
  (await call(test, person, 'POST', '/api/me/erase', { name: person.name })).statusCode

async function addPhoto(owner: TestPerson): Promise<string> {
  const fileId = test.server.newId()
  await test.owner.query(
    `INSERT INTO file (village_id, file_id, owner_id, media_type, content, width_pixels, height_pixels, uploaded_at)
      VALUES ($1, $2, $3, 'image/webp', 'x', 1, 1, now())`,
    [VILLAGE, fileId, owner.personId],
  )
  return fileId
}

async function kept(reportId: string) {
  const { rows } = await test.owner.query<{ words: string | null; reply: string | null }>(
    `SELECT words, reply_words AS reply, cardinality(photo_file_ids) AS photos,
      (SELECT count(*)::int FROM file WHERE file_id = any(photo_file_ids)) AS files
      FROM breach_report JOIN breach_report_party USING (report_id) WHERE report_id = $1`,
    [reportId],
  )
  return rows[0]
}

it.each(['reporter', 'reported'] as const)(
  'an erased %s’s words and pictures stay for the other side until the report has ended, and no longer',
  async (side) => {
    const sides = await addSides(test)
    const { reporter, reported } = sides
    const photo = await addPhoto(reporter)
    const spare = await addPhoto(reporter)
    const { reportId } = await report(test, reporter, reported, { photoFileIds: [photo] })
    await reply(test, reported, reportId)
    expect(await eraseMyself(sides[side])).toBe(200)
    await clearEndedReports(test.database, VILLAGE)
    const whole = {
      words: '农膜扔在水沟里，提醒过了还没清。',
      reply: '那天刮大风吹过去的，第二天就捡了。',
      photos: 1,
      files: 1,
    }
    expect(await kept(reportId)).toEqual(whole)
    const other = side === 'reporter' ? reported : reporter
    expect((await view(test, other, reportId)).words).toBe(whole.words)
    const { rowCount } = await test.owner.query('SELECT FROM file WHERE file_id = $1', [spare])
    expect(rowCount).toBe(side === 'reporter' ? 0 : 1)
    await decide(test, village.committee, { reportId, ...dismissed })
    await settleAll(test)
    await clearEndedReports(test.database, VILLAGE)
    const after = await kept(reportId)
    expect(after?.words).toBeNull()
    expect(after?.reply).toBe(side === 'reporter' ? whole.reply : null)
    const gone = await test.owner.query('SELECT FROM file WHERE file_id = $1', [photo])
    expect(gone.rowCount).toBe(side === 'reporter' ? 0 : 1)
  },
)
