import { afterAll, describe, expect, it } from 'vitest'
import { createDeskVillage } from '../../../../test/desk-village.ts'
import { call } from '../../../../test/server.ts'

const { test, committee, villager } = await createDeskVillage()
afterAll(() => test.close())

describe('who has looked at my data', () => {
  it('is told with name and role', async () => {
    await test.owner.query(
      `INSERT INTO data_access (village_id, access_id, person_id, viewer_id, what, viewed_at)
       VALUES ($1, gen_random_uuid(), $2, $3, 'roster', $4)`,
      [villager.villageId, villager.personId, committee.personId, test.clock.now()],
    )
    const page = (await call(test, villager, 'GET', '/api/me/data-access')).json()
    expect(page.items).toEqual([
      {
        viewedAt: test.clock.now().toISOString(),
        viewerName: committee.name,
        viewerRole: 'committee',
        what: 'roster',
      },
    ])
    expect((await call(test, committee, 'GET', '/api/me/data-access')).json().items).toEqual([])
  })

  it('refuses a page mark of another list', async () => {
    const answer = await call(test, villager, 'GET', '/api/me/data-access?cursor=bm90LW91cnM')
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_cursor'])
  })
})
