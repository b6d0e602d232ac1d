import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../../platform/actor.ts'
import {
  addPerson,
  createTestServer,
  OTHER_VILLAGE,
  TEST_START,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import {
  actorOf,
  createScoringVillage,
  inTx,
  leavesOf,
  nextKey,
  type ScoringVillage,
} from '../../../../test/scoring-village.ts'
import { personErased, readHousemates } from '../../community/index.ts'
import {
  countAwardsToPublish,
  countDeedsToDecide,
  decideDeed,
  recordDeed,
  type DecideDeedInput,
  type RecordDeedInput,
} from '../index.ts'
import { selectDeedsOf } from './deed.store.ts'

let test: TestServer
let village: ScoringVillage

beforeAll(async () => {
  test = await createTestServer()
  village = await createScoringVillage(test)
})
afterAll(() => test.close())

const record = (
  by: TestPerson,
  given: Partial<RecordDeedInput> = {},
  ...roles: Role[]
): Promise<{ contributionId: string }> =>
  recordDeed(test.server, actorOf(by, ...roles), nextKey(), {
    personId: by.personId,
    itemRef: 'tool-repair',
    quantity: 1,
    occurredOn: '2026-03-02',
    words: '修好了村里的打药机',
    ...given,
  })
const decide = (
  by: TestPerson,
  contributionId: string,
  given: Omit<DecideDeedInput, 'contributionId'> = { decision: 'accept' },
) =>
  decideDeed(test.server, actorOf(by, 'committee'), nextKey(), {
    contributionId,
    ...given,
  })

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
})

describe('decideDeed', () => {
  it('makes the award of an accepted deed', async () => {
    const person = await addPerson(test)
    const { contributionId } = await record(person)
    const decided = await decide(village.committee, contributionId)
    expect(decided.pointsHundredths).toBe(300)
    const { rows } = await test.owner.query(
      'SELECT award.state, contribution.state AS deed FROM award JOIN contribution USING (village_id, contribution_id) WHERE award_id = $1',
      [decided.awardId],
    )
    expect(rows).toEqual([{ state: 'scored', deed: 'scored' }])
    await expect(decide(village.secondMember, contributionId)).rejects.toMatchObject({
      code: 'deed_decided',
    })
  })

  it('makes one award when two members decide at once', async () => {
    const { contributionId } = await record(await addPerson(test))
    const results = await Promise.allSettled([
      decide(village.committee, contributionId),
      decide(village.secondMember, contributionId),
    ])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { rows } = await test.owner.query(
      'SELECT count(*)::int AS n FROM award WHERE contribution_id = $1',
      [contributionId],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('refuses with a reason, which the person is told', async () => {
    const person = await addPerson(test)
    const { contributionId } = await record(person)
    await expect(
      decide(village.committee, contributionId, { decision: 'refuse', reason: ' ' }),
    ).rejects.toMatchObject({ code: 'reason_needed' })
    const reason = '那台机器是自家的'
    expect(await decide(village.committee, contributionId, { decision: 'refuse', reason })).toEqual(
      { awardId: null, pointsHundredths: null },
    )
    const { rows } = await test.owner.query(
      'SELECT kind, params FROM message WHERE person_id = $1',
      [person.personId],
    )
    expect(rows).toMatchObject([{ kind: 'deed.refused', params: { contributionId, reason } }])
    const [leaf] = await leavesOf(test, 'deed.decided', contributionId)
    expect(leaf?.public).toEqual({ deed: expect.any(String), decision: 'refuse' })
    expect(leaf?.text).not.toContain(contributionId)
  })

  it('is never done by who recorded it, nor within the household', async () => {
    const person = await addPerson(test)
    const kin = await addPerson(test, { householdId: village.committee.householdId })
    const byMember = await record(village.committee, { personId: person.personId }, 'committee')
    const ofKin = await record(kin)
    await expect(decide(village.committee, byMember.contributionId)).rejects.toMatchObject({
      code: 'own_record',
    })
    await expect(decide(village.committee, ofKin.contributionId)).rejects.toMatchObject({
      code: 'own_household_deed',
    })
    await decide(village.secondMember, byMember.contributionId)
    await decide(village.secondMember, ofKin.contributionId)
  })

  it('stops when the household has left meanwhile', async () => {
    const person = await addPerson(test)
    const { contributionId } = await record(person)
    await test.owner.query('UPDATE household SET joined_at = NULL WHERE household_id = $1', [
      person.householdId,
    ])
    await expect(decide(village.committee, contributionId)).rejects.toMatchObject({
      code: 'other_household_not_joined',
    })
  })
})

describe('what waits', () => {
  it('is counted without what this member may not decide or publish', async () => {
    const count = (who: TestPerson) =>
      test.database.inVillage(OTHER_VILLAGE, async (db) => {
        const housemates = await readHousemates(db, OTHER_VILLAGE, who.personId)
        return {
          deeds: (await countDeedsToDecide(db, OTHER_VILLAGE, housemates)).count,
          awards: (await countAwardsToPublish(db, OTHER_VILLAGE, housemates)).count,
        }
      })
    const other = await createScoringVillage(test, { villageId: OTHER_VILLAGE })
    const kin = await addPerson(test, {
      villageId: OTHER_VILLAGE,
      householdId: other.committee.householdId,
    })
    expect(await count(other.committee)).toEqual({ deeds: 0, awards: 0 })
    const { contributionId } = await record(kin)
    expect(await count(other.committee)).toEqual({ deeds: 0, awards: 0 })
    expect(await count(other.secondMember)).toEqual({ deeds: 1, awards: 0 })
    await decide(other.secondMember, contributionId)
    expect(await count(other.committee)).toEqual({ deeds: 0, awards: 0 })
    expect(await count(other.secondMember)).toEqual({ deeds: 0, awards: 1 })
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
