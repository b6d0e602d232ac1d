import { afterAll, describe, expect, it } from 'vitest'
import { createDeedVillage } from '../../../../test/deed-village.ts'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { inTx, leavesOf } from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  TEST_START,
  VILLAGE,
  type TestPerson,
} from '../../../../test/server.ts'
import { personErased } from '../../community/index.ts'
import { selectDeedsOf } from './deed.store.ts'

const { test, village, record } = await createDeedVillage()
afterAll(() => test.close())

describe('recordDeed', () => {
  it('takes a villager’s own application, with the words behind a commitment', async () => {
    const person = await addPerson(test)
    const { contributionId } = await record(person)
    const [deed] = await test.database.inVillage(VILLAGE, (db) =>
      selectDeedsOf(db, VILLAGE, person.personId),
    )
    expect(deed).toMatchObject({ contributionId, state: 'recorded', words: '修好了村里的打药机' })
    const [leaf] = await leavesOf(test, 'deed.recorded', contributionId)
    expect(leaf?.public).toMatchObject({ item: 'tool-repair', quantity: 1 })
    expect(leaf?.text).not.toContain('打药机')
    expect(leaf?.text).not.toContain(person.personId)
  })

  it('lets the committee record for anyone, a group leader for the own group only', async () => {
    const person = await addPerson(test, { groupNo: 1 })
    const farther = await addPerson(test, { groupNo: 2 })
    const leader = await addPerson(test, { groupNo: 1, roles: ['group_leader'] })
    const forPerson = { personId: person.personId }
    await record(village.committee, forPerson, 'committee')
    await record(leader, forPerson, 'group_leader')
    const refused = { code: 'not_for_others' }
    await expect(
      record(leader, { personId: farther.personId }, 'group_leader'),
    ).rejects.toMatchObject(refused)
    await expect(record(farther, forPerson)).rejects.toMatchObject(refused)
  })

  it.each([
    ['a deduction', { itemRef: 'plot-litter' }, 'deduction_by_report'],
    ['what only a scan can earn', { itemRef: 'garden-rate' }, 'item_by_rating'],
    ['an unknown item', { itemRef: 'nothing' }, 'unknown_item'],
    ['tomorrow', { occurredOn: '2026-03-03' }, 'deed_in_future'],
    ['long ago', { occurredOn: '2025-12-31' }, 'deed_too_old'],
    ['a day before the first sheet', { occurredOn: '2026-02-28' }, 'no_rule_sheet'],
    ['a mistaken quantity', { quantity: 101 }, 'quantity_too_large'],
  ])('refuses %s', async (_, given, code) => {
    await expect(record(await addPerson(test), given)).rejects.toMatchObject({ code })
  })

  it('takes a photo of one’s own only', async () => {
    const person = await addPerson(test)
    const photoOf = async (owner: TestPerson) => {
      const fileId = test.server.newId()
      await test.owner.query(
        `INSERT INTO file (village_id, file_id, owner_id, media_type, content, width_pixels, height_pixels, uploaded_at)
         VALUES ($1, $2, $3, 'image/webp', '', 1, 1, $4)`,
        [VILLAGE, fileId, owner.personId, TEST_START],
      )
      return fileId
    }
    await record(person, { photoFileId: await photoOf(person) })
    for (const photoFileId of [await photoOf(village.committee), test.server.newId()])
      await expect(record(person, { photoFileId })).rejects.toMatchObject({
        code: 'photo_not_yours',
      })
  })

  it('refuses a household that has not joined, and a person of another village', async () => {
    const outside = await addPerson(test, { joined: false })
    await expect(record(outside)).rejects.toMatchObject({ code: 'household_not_joined' })
    // Whose household it is: a member of the committee enters it for them.
    const forThem = record(village.committee, { personId: outside.personId }, 'committee')
    await expect(forThem).rejects.toMatchObject({ code: 'other_household_not_joined' })
    const stranger = await addPerson(test, { villageId: OTHER_VILLAGE })
    await expect(
      record(village.committee, { personId: stranger.personId }, 'committee'),
    ).rejects.toMatchObject({ code: 'unknown_person' })
  })

  it('keeps one deed for one key', async () => {
    const person = await addPerson(test)
    const body = {
      personId: person.personId,
      itemRef: 'tool-repair',
      quantity: 1,
      occurredOn: '2026-03-02',
      words: '修好了村里的打药机',
    }
    await sentTwice(test, (key) => call(test, person, 'POST', '/api/deeds', body, { key }))
    const deeds = await test.database.inVillage(VILLAGE, (db) =>
      selectDeedsOf(db, VILLAGE, person.personId),
    )
    expect(deeds).toHaveLength(1)
  })
})

describe('erasure', () => {
  it('clears the words about a person and those they wrote about others', async () => {
    const person = await addPerson(test)
    const leader = await addPerson(test, { groupNo: 1, roles: ['group_leader'] })
    const about = await record(person)
    const by = await record(leader, { personId: village.committee.personId }, 'group_leader')
    const words = async () => {
      const { rows } = await test.owner.query<{ words: string | null }>(
        'SELECT words FROM contribution WHERE contribution_id = ANY($1::uuid[])',
        [[about.contributionId, by.contributionId]],
      )
      return rows.map((row) => row.words)
    }
    expect(await words()).not.toContain(null)
    for (const { personId } of [person, leader])
      await inTx(test, village.committee, (tx) =>
        tx.publish(personErased, { personId, keptFileIds: new Set() }),
      )
    expect(await words()).toEqual([null, null])
  })
})
