import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addSubject,
  done,
  refused,
  sortedStatuses,
} from '../../../../test/participation-village.ts'
import { type TestPerson, type TestServer } from '../../../../test/server.ts'
import {
  announce,
  at,
  createSpotVillage,
  draw,
  publish,
  type SpotVillage,
} from '../../../../test/spot-village.ts'

let village: SpotVillage
let test: TestServer
let leader: TestPerson
let committee: TestPerson
let officer: TestPerson
beforeAll(async () => {
  village = await createSpotVillage()
  ;({ test, leader, committee, officer } = village)
})
beforeEach(() => at(village, 0))
afterAll(() => village.test.close())

describe('announcing a draw', () => {
  it('refuses a draw of nothing, of unknown kinds, and to those who may not announce', async () => {
    expect(await refused(announce(village, null))).toBe('401 not_signed_in')
    expect(await refused(announce(village, leader))).toBe('403 role_required')
    for (const bad of [
      {},
      { kinds: [], ratePermille: 100 },
      { kinds: ['house'], ratePermille: 100 },
      { kinds: ['plot'], ratePermille: 0 },
      { kinds: ['plot'], ratePermille: 1001 },
      { kinds: ['plot'], ratePermille: 100, randomPermille: 0 },
    ])
      expect(await refused(announce(village, committee, bad))).toBe('400 invalid_request')
    expect(
      await refused(announce(village, committee, { kinds: ['yard'], ratePermille: 100 })),
    ).toBe('409 no_candidates')
  })

  it('is announced once: again with its key it is the same, and at once one is refused', async () => {
    const plots = { kinds: ['plot'], ratePermille: 1000 }
    await addSubject(test, { label: '甲' })
    const first = await done(announce(village, committee, plots, 'announced-once'))
    expect(await done(announce(village, committee, plots, 'announced-once'))).toEqual(first)
    await publish(village)
    expect(await draw(village)).toBe(1)
    await addSubject(test, { label: '乙' })
    const rivals = await Promise.all([
      announce(village, committee, plots),
      announce(village, officer, plots),
    ])
    expect(sortedStatuses(rivals)).toEqual([200, 409])
  })
})
