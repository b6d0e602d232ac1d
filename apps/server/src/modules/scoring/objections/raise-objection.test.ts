import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  answer,
  awardRow,
  codeOf,
  honour,
  messagesOf,
  objectionLeaf,
  onNotice,
  partsOf,
  raise,
  refused,
} from '../../../../test/objection-village.ts'
import {
  addPerson,
  createTestServer,
  OTHER_VILLAGE,
  TEST_START,
  VILLAGE,
  type TestServer,
} from '../../../../test/server.ts'
import {
  createScoringVillage,
  disagreements,
  inTx,
  score,
  watchHour,
  type ScoringVillage,
} from '../../../../test/scoring-village.ts'
import { personErased } from '../../community/index.ts'
import { finaliseAwards } from '../index.ts'
import { clearAnsweredObjections } from './clear-answered-words.ts'
import { MOST_OPEN_OBJECTIONS } from './objection-policy.ts'

let test: TestServer
let village: ScoringVillage

beforeAll(async () => {
  test = await createTestServer()
  village = await createScoringVillage(test)
  await addPerson(test, { roles: ['committee'] }) // the third household: so many are left to answer
})
afterAll(() => test.close())
beforeEach(() => test.clock.set(TEST_START))

describe('raiseObjection', () => {
  it('stays the award’s effect until it is answered, with the deadline in working days', async () => {
    const person = await addPerson(test)
    const { awardId, endsAt } = await onNotice(test, person)
    const raised = await raise(test, person, { awardId })
    // From Monday 2 March seven working days on, and no holiday between.
    expect(raised).toMatchObject({ dueOn: '2026-03-11', holidaysKnown: true })
    test.clock.set(new Date(endsAt.getTime() + 86_400_000))
    await finaliseAwards(partsOf(test), VILLAGE)
    expect(await awardRow(test, awardId)).toMatchObject({ state: 'on_notice' })
    expect(await honour(test, person)).toBe(0)
    await answer(test, village.committee, refused(raised.objectionId))
    await finaliseAwards(partsOf(test), VILLAGE)
    expect(await awardRow(test, awardId)).toMatchObject({ state: 'final' })
    expect(await disagreements(test)).toEqual([])
  })

  it('keeps the words and whose they are out of the log', async () => {
    const person = await addPerson(test)
    const { awardId } = await onNotice(test, person)
    const { objectionId } = await raise(test, person, { awardId })
    const { text, public: fields } = await objectionLeaf(test, 'objection.raised', objectionId)
    expect(fields).toMatchObject({ phase: 'notice', channel: 'app', dueOn: '2026-03-11' })
    expect(text).not.toContain('两个小时')
    expect(text).not.toContain(person.personId)
    expect(text).not.toContain(awardId)
  })

  it('lets any villager object to a public award; the earner learns that, not who', async () => {
    const [person, neighbour] = [await addPerson(test), await addPerson(test)]
    const { awardId } = await onNotice(test, person)
    const { objectionId } = await raise(test, neighbour, { awardId, words: '那晚没见他值守' })
    expect(await messagesOf(test, person)).toEqual([
      {
        kind: 'objection.raised',
        params: {
          objectionId,
          awardId,
          dueOn: '2026-03-11',
          itemRef: watchHour.itemRef,
          pointsHundredths: (await awardRow(test, awardId))?.points,
        },
      },
    ])
  })

  it('leaves what is not public to the person and the household', async () => {
    const [person, neighbour] = [await addPerson(test), await addPerson(test)]
    const kin = await addPerson(test, { householdId: person.householdId })
    const deduction = await onNotice(test, person, { itemRef: 'r169', quantity: 1 })
    expect(await codeOf(raise(test, neighbour, { awardId: deduction.awardId }))).toBe(
      'objection_not_yours',
    )
    expect(await codeOf(raise(test, kin, { awardId: deduction.awardId }))).toBe('done')
  })

  it('takes the words of who spoke or wrote from the committee or the group’s leader', async () => {
    const person = await addPerson(test, { groupNo: 1 })
    const leader = await addPerson(test, { groupNo: 1, roles: ['group_leader'] })
    const { awardId } = await onNotice(test, person)
    const onBehalf = { personId: person.personId, channel: 'oral' as const }
    const neighbour = await addPerson(test)
    expect(await codeOf(raise(test, neighbour, { awardId, onBehalf }))).toBe(
      'objection_not_for_others',
    )
    expect(await codeOf(raise(test, person, { awardId, onBehalf }))).toBe('objection_for_oneself')
    const nobody = { personId: test.server.newId(), channel: 'oral' as const }
    expect(
      await codeOf(raise(test, village.committee, { awardId, onBehalf: nobody }, 'committee')),
    ).toBe('unknown_person')
    const { objectionId } = await raise(test, leader, { awardId, onBehalf }, 'group_leader')
    expect(await messagesOf(test, person)).toMatchObject([
      { kind: 'objection.entered', params: { objectionId } },
    ])
    expect((await objectionLeaf(test, 'objection.raised', objectionId)).public).toMatchObject({
      channel: 'oral',
    })
  })

  it('is one at a time, and one of each person before the award is final and one after', async () => {
    const [person, neighbour] = [await addPerson(test), await addPerson(test)]
    const { awardId, endsAt } = await onNotice(test, person)
    const { objectionId } = await raise(test, person, { awardId })
    expect(await codeOf(raise(test, neighbour, { awardId }))).toBe('objection_open')
    await answer(test, village.committee, refused(objectionId))
    expect(await codeOf(raise(test, person, { awardId }))).toBe('already_objected')
    const second = await raise(test, neighbour, { awardId })
    await answer(test, village.committee, refused(second.objectionId))
    test.clock.set(endsAt)
    await finaliseAwards(partsOf(test), VILLAGE)
    expect(await codeOf(raise(test, person, { awardId }))).toBe('done')
  })

  it('ends thirty days after the award became final, and begins with its notice', async () => {
    const person = await addPerson(test)
    const waiting = await score(test, person, watchHour)
    expect(await codeOf(raise(test, person, waiting))).toBe('award_not_published')
    const { awardId } = await score(test, person)
    test.clock.set(new Date('2026-04-01T15:59:59Z'))
    const early = await addPerson(test, { householdId: person.householdId })
    const { objectionId } = await raise(test, early, { awardId })
    await answer(test, village.committee, refused(objectionId))
    test.clock.set(new Date('2026-04-01T16:00:00Z'))
    expect(await codeOf(raise(test, person, { awardId }))).toBe('objection_too_late')
    const stranger = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await codeOf(raise(test, stranger, { awardId }))).toBe('unknown_award')
  })

  it('lets one of two in who object at the same moment', async () => {
    const people = [await addPerson(test), await addPerson(test), await addPerson(test)]
    const { awardId } = await onNotice(test, people[0]!)
    const codes = await Promise.all(people.map((one) => codeOf(raise(test, one, { awardId }))))
    expect(codes.toSorted()).toEqual(['done', 'objection_open', 'objection_open'])
  })
})

describe('how many objections one person may have waiting', () => {
  it('is limited, for a cadre who enters them too, until one is answered', async () => {
    const [person, neighbour] = [await addPerson(test), await addPerson(test)]
    const objectionIds: string[] = []
    for (let open = 0; open < MOST_OPEN_OBJECTIONS; open += 1) {
      const { awardId } = await onNotice(test, await addPerson(test))
      objectionIds.push((await raise(test, neighbour, { awardId })).objectionId)
    }
    const { awardId } = await onNotice(test, person)
    const refusal = { code: 'too_many_objections' }
    await expect(raise(test, neighbour, { awardId })).rejects.toMatchObject(refusal)
    await answer(test, village.committee, refused(objectionIds[0] ?? ''))
    await raise(test, neighbour, { awardId })
  })
})

describe('erasure of somebody in an objection that waits', () => {
  it.each(['the objector', 'the earner'] as const)(
    'keeps the words for %s’s other side until the answer, then clears them',
    async (erasedSide) => {
      const [earner, objector] = [await addPerson(test), await addPerson(test)]
      const { awardId } = await onNotice(test, earner)
      const { objectionId } = await raise(test, objector, { awardId })
      const wordsNow = async () => {
        const { rows } = await test.owner.query<{ words: string | null }>(
          'SELECT words FROM objection WHERE objection_id = $1',
          [objectionId],
        )
        return rows[0]?.words
      }
      const { personId } = erasedSide === 'the objector' ? objector : earner
      const clear = () => clearAnsweredObjections(test.database, VILLAGE)
      await inTx(test, village.committee, (tx) =>
        tx.publish(personErased, { personId, keptFileIds: new Set() }),
      )
      await clear()
      expect(await wordsNow()).toBe('那天我值了两个小时，只记了一个小时')
      await answer(test, village.committee, refused(objectionId))
      await clear()
      expect(await wordsNow()).toBeNull()
    },
  )
})

describe('erasure', () => {
  it('clears what the person wrote, and what was answered about their awards', async () => {
    const [person, neighbour] = [await addPerson(test), await addPerson(test)]
    const { awardId } = await onNotice(test, person)
    const { objectionId } = await raise(test, neighbour, { awardId })
    await answer(test, village.committee, refused(objectionId))
    const texts = async () => {
      const { rows } = await test.owner.query<{ words: string | null; reasons: string | null }>(
        'SELECT words, reasons FROM objection WHERE objection_id = $1',
        [objectionId],
      )
      return rows[0]
    }
    expect((await texts())?.words).toBe('那天我值了两个小时，只记了一个小时')
    await inTx(test, person, (tx) =>
      tx.publish(personErased, { personId: person.personId, keptFileIds: new Set() }),
    )
    expect(await texts()).toEqual({ words: null, reasons: null })
  })
})
