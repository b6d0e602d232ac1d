import { afterAll, describe, expect, it } from 'vitest'
import { createDeedVillage } from '../../../../test/deed-village.ts'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { createScoringVillage, leavesOf } from '../../../../test/scoring-village.ts'
import { addPerson, call, OTHER_VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { readHousemates } from '../../community/index.ts'
import { countAwardsToPublish, countDeedsToDecide } from '../index.ts'

const { test, village, record, decide } = await createDeedVillage()
afterAll(() => test.close())

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

  it('makes one award for one key', async () => {
    const { contributionId } = await record(await addPerson(test))
    const url = `/api/deeds/${contributionId}/decide`
    const decided = await sentTwice(test, (key) =>
      call(test, village.committee, 'POST', url, { decision: 'accept' }, { key }),
    )
    expect(decided.json()).toMatchObject({ pointsHundredths: 300 })
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
