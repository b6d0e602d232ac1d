import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ask,
  codeOf,
  createOpeningVillage,
  listed,
  scopeFor,
  type OpeningVillage,
} from '../../../../test/opening-village.ts'
import {
  addPerson,
  OTHER_VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'

let village: OpeningVillage
let test: TestServer
let proposer: TestPerson
let granter: TestPerson
let auditor: TestPerson
beforeAll(async () => {
  village = await createOpeningVillage()
  ;({ test, proposer, granter, auditor } = village)
})
afterAll(() => test.close())

const told = async ({ personId }: TestPerson) => {
  const { rows } = await test.owner.query('SELECT kind, params FROM message WHERE person_id = $1', [
    personId,
  ])
  return rows
}

describe('an opening', () => {
  it('is proposed of days that are over, for an auditor, by somebody else', async () => {
    const wrong = (change: object) =>
      codeOf(ask(village, proposer, '', { ...scopeFor(auditor), ...change }))
    expect(await wrong({ throughDay: '2026-03-03' })).toBe('opening_days_wrong')
    expect(await wrong({ fromDay: '2026-03-02', throughDay: '2026-03-01' })).toBe(
      'opening_days_wrong',
    )
    expect(await wrong({ auditorId: (await addPerson(test)).personId })).toBe('not_an_auditor')
    expect(
      await codeOf(
        ask(village, granter, '', { ...scopeFor(auditor), auditorId: granter.personId }),
      ),
    ).toBe('opening_for_oneself')
    expect(await wrong({ validDays: 32 })).toBe('invalid_request')
  })

  it('waits for another member, who is told, and is proposed once under one key', async () => {
    const send = async () =>
      (await ask(village, proposer, '', scopeFor(auditor), 'opening-once')).json()
    const { openingId } = await send()
    expect(await send()).toEqual({ openingId })
    expect(await listed(village, granter)).toMatchObject([{ openingId, state: 'proposed' }])
    expect(await told(granter)).toEqual([{ kind: 'opening.proposed', params: { openingId } }])
    expect([await told(proposer), await told(auditor)]).toEqual([[], []])
  })

  it('is the committee’s to propose, in its own village', async () => {
    expect(await codeOf(ask(village, null, '', scopeFor(auditor)))).toBe('not_signed_in')
    expect(await codeOf(ask(village, auditor, '', scopeFor(auditor)))).toBe('role_required')
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    expect(await codeOf(ask(village, abroad, '', scopeFor(auditor)))).toBe('not_an_auditor')
  })
})
