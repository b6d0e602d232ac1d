import { afterAll, describe, expect, it } from 'vitest'
import { codeOf, createDeskVillage } from '../../../../test/desk-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { recordsOf } from '../../../../test/records-of.ts'
import { addPerson, call, VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { upload } from '../../../../test/upload.ts'
import { forgetExpired } from '../forget-expired.ts'

const {
  test,
  committee,
  second,
  operator,
  change,
  confirm,
  depart,
  drop,
  enter,
  messagesOf,
  newcomer,
  propose,
} = await createDeskVillage()
afterAll(() => test.close())

async function erase(personId: string): Promise<void> {
  expect((await propose(committee, personId, 'erased')).statusCode).toBe(200)
  expect((await confirm(second, personId, 'erased')).statusCode).toBe(200)
}

describe('erasing a person', () => {
  it('makes them unreadable everywhere, for good', async () => {
    const person = await addPerson(test, { name: '申屠无忌', roles: ['technician'] })
    const { personId } = person
    await test.owner.query(
      "UPDATE person SET id_last4 = '002X', id_hash = 'hash-of-wuji', birth_year = 1949 WHERE person_id = $1",
      [personId],
    )
    await test.owner.query('INSERT INTO sign_in_identity VALUES ($1, $2, $3)', [
      `phone-${personId}`,
      VILLAGE,
      personId,
    ])
    await test.owner.query(
      `INSERT INTO sign_in_code (phone_hash, device_hash, address_hash, code_hash, expires_at, attempts, attempts_without_device)
       VALUES ($1, 'device', 'address', 'code', $2, 0, 0)`,
      [`phone-${personId}`, test.clock.now()],
    )
    await test.owner.query("INSERT INTO sign_in_device VALUES ($1, 'device', $2)", [
      `phone-${personId}`,
      test.clock.now(),
    ])
    await call(test, person, 'POST', '/api/me/name-publication', { publishes: true })
    expect((await recordsOf(test, personId)).length).toBe(1)

    await erase(personId)

    expect(await recordsOf(test, personId)).toEqual([])
    const { rows } = await test.owner.query('SELECT * FROM person WHERE person_id = $1', [personId])
    expect(rows).toMatchObject([
      { name: null, phone: null, id_last4: null, id_hash: null, birth_year: null },
    ])
    for (const table of [
      'role_grant',
      'session',
      'sign_in_identity',
      'message',
      'removal_proposal',
    ])
      expect(
        (await test.owner.query(`SELECT FROM ${table} WHERE person_id = $1`, [personId])).rowCount,
        table,
      ).toBe(0)
    for (const table of ['sign_in_code', 'sign_in_device'])
      expect(
        (
          await test.owner.query(`SELECT FROM ${table} WHERE phone_hash = $1`, [
            `phone-${personId}`,
          ])
        ).rowCount,
        table,
      ).toBe(0)
    const kept = await test.owner.query(
      "SELECT params::text FROM message WHERE params::text LIKE '%无忌%'",
    )
    expect(kept.rows).toEqual([])
    expect((await call(test, person, 'GET', '/api/me/messages')).statusCode).toBe(401)
    const keys = await test.owner.query('SELECT wrapped_key FROM person_key WHERE person_id = $1', [
      personId,
    ])
    expect(keys.rows).toEqual([{ wrapped_key: null }])
    const found = await call(test, committee, 'GET', '/api/roster/people?q=申屠')
    expect(found.json().items).toEqual([])
    expect(await codeOf(propose(committee, personId, 'erased'))).toBe('unknown_person')
  })

  it('gives the household another head and keeps the household', async () => {
    const head = await addPerson(test)
    const spouse = await addPerson(test, { householdId: head.householdId, name: '周婉' })
    await erase(head.personId)
    const url = `/api/roster/households/${head.householdId}`
    const view = (await call(test, committee, 'GET', url)).json()
    expect(view.headName).toBe(spouse.name)
    expect(view.people.map(({ name }: { name: string | null }) => name)).toEqual([null, '周婉'])
  })

  it('leaves no roster file waiting that would bring them back', async () => {
    const person = await addPerson(test, { name: '吕素贞' })
    const csv = Buffer.from(`组别,户号,姓名\n1组,9001号,${person.name}\n`)
    const preview = await upload(test, committee, '/api/roster/import/preview', csv)
    const { importId } = preview.json()
    await erase(person.personId)
    const url = `/api/roster/import/${importId}/confirm`
    expect((await call(test, committee, 'POST', url, {})).json().code).toBe('unknown_import')
  })
})

describe('somebody who died or moved away', () => {
  it('takes part no more, is counted no more, and their household keeps them on its page', async () => {
    const head = await addPerson(test)
    const { householdId } = head
    const wife = await addPerson(test, { householdId, name: '吴月' })
    await call(test, head, 'POST', '/api/me/name-publication', { publishes: true })
    const size = async () => (await call(test, null, 'GET', `/api/villages/${VILLAGE}`)).json()
    const before = await size()
    await depart(head.personId, 'died')
    expect(JSON.stringify(await size())).not.toBe(JSON.stringify(before))
    expect((await call(test, head, 'GET', '/api/me/messages')).statusCode).toBe(401)
    const url = `/api/roster/households/${householdId}`
    const view = (await call(test, committee, 'GET', url)).json()
    expect(view.headName).toBe('吴月')
    expect(view.people).toMatchObject([
      { name: head.name, departedAs: 'died', phoneMasked: null, isHead: false },
      { name: '吴月', departedAs: null, isHead: true },
    ])
    expect((await messagesOf(wife))[0]).toMatchObject({
      kind: 'person.departed',
      params: { as: 'died', reason: '本人书面申请' },
    })
    const own = (await call(test, wife, 'GET', '/api/me/household')).json()
    expect(own.people).toHaveLength(1)
    const found = await call(test, committee, 'GET', `/api/roster/people?q=${head.name}`)
    expect(found.json().items).toEqual([])
    const grant = { personId: head.personId, role: 'technician' }
    expect(await codeOf(call(test, committee, 'POST', '/api/roles/grant', grant))).toBe(
      'unknown_person',
    )
    const body = { name: '别名', birthYear: null, reason: '改' }
    expect(await codeOf(change(committee, head.personId, 'correct', body))).toBe('person_departed')
    expect(await codeOf(propose(committee, head.personId, 'moved_away'))).toBe('person_departed')
  })

  it('leaves the name free: a namesake is entered in the same household, and then alone bears it', async () => {
    const { householdId } = await addPerson(test)
    const gone = await addPerson(test, { householdId, name: '王小明' })
    const again = () => enter(committee, newcomer({ name: '王小明', place: { householdId } }))
    expect(await codeOf(again())).toBe('namesake_in_household')
    await depart(gone.personId, 'died')
    expect((await again()).statusCode).toBe(200)
    const back = change(committee, gone.personId, 'return', { reason: '登记错了' })
    expect(await codeOf(back)).toBe('namesake_in_household')
  })

  it('is not found on the roster’s list by name, where the household is found by the others', async () => {
    const { householdId } = await addPerson(test, { name: '欧阳在' })
    const gone = await addPerson(test, { householdId, name: '欧阳去' })
    await depart(gone.personId, 'moved_away')
    const found = async (name: string) =>
      (await call(test, committee, 'GET', `/api/roster/households?q=${name}`)).json().items
    expect(await found('欧阳去')).toEqual([])
    expect(await found('欧阳在')).toMatchObject([{ householdId, people: 1 }])
  })
})

describe('a removal that needs a second person', () => {
  it('is not done by one cadre alone, and the person is told meanwhile', async () => {
    const person = await addPerson(test)
    const { personId } = person
    expect(await codeOf(propose(null, personId, 'erased'))).toBe('not_signed_in')
    expect(await codeOf(propose(person, personId, 'erased'))).toBe('role_required')
    expect(await codeOf(propose(committee, personId, 'erased', ''))).toBe('invalid_request')
    expect(await codeOf(confirm(second, personId, 'erased'))).toBe('no_removal_proposed')
    await propose(committee, personId, 'erased')
    expect(await codeOf(propose(second, personId, 'erased'))).toBe('removal_proposed')
    expect(await messagesOf(person)).toMatchObject([
      { kind: 'removal.proposed', params: { removal: 'erased', reason: '本人书面申请' } },
    ])
    expect((await messagesOf(second))[0]).toMatchObject({
      kind: 'removal.to_confirm',
      params: { personId },
    })
    expect(await codeOf(confirm(committee, personId, 'erased'))).toBe('second_own_proposal')
    expect(await codeOf(confirm(person, personId, 'erased'))).toBe('role_required')
    // What was proposed is what is confirmed.
    expect(await codeOf(confirm(second, personId, 'died'))).toBe('no_removal_proposed')
    const waiting = (await call(test, operator, 'GET', '/api/removals')).json().items
    expect(waiting).toMatchObject([{ personId, proposedByName: '陈秀芳', isOwn: false }])
    const url = `/api/people/${personId}/removal/drop`
    expect((await call(test, second, 'POST', url)).statusCode).toBe(200)
    expect(await codeOf(call(test, second, 'POST', url))).toBe('no_removal_proposed')
    expect(await codeOf(confirm(second, personId, 'erased'))).toBe('no_removal_proposed')
    expect((await messagesOf(person))[0]).toMatchObject({ kind: 'removal.dropped' })
  })

  it('is never confirmed by the proposer’s household, then or now, nor by the person’s own', async () => {
    const proposer = await addPerson(test, { roles: ['committee'] })
    const kin = await addPerson(test, { householdId: proposer.householdId, roles: ['committee'] })
    const person = await addPerson(test)
    const ownKin = await addPerson(test, { householdId: person.householdId, roles: ['committee'] })
    const { personId } = person
    await propose(proposer, personId, 'erased')
    expect(await codeOf(confirm(kin, personId, 'erased'))).toBe('second_of_household')
    expect(await codeOf(confirm(ownKin, personId, 'erased'))).toBe('own_household_entry')
    const elsewhere = await addPerson(test)
    await test.owner.query('UPDATE person SET household_id = $1 WHERE person_id = $2', [
      elsewhere.householdId,
      proposer.personId,
    ])
    expect(await codeOf(confirm(kin, personId, 'erased'))).toBe('second_of_household')
    expect((await confirm(second, personId, 'erased')).statusCode).toBe(200)
  })

  it('is shown with what the reader may do; each look is noted, and it waits in the inbox', async () => {
    const proposer = await addPerson(test, { roles: ['committee'] })
    const kin = await addPerson(test, { householdId: proposer.householdId, roles: ['supervisor'] })
    const outsider = await addPerson(test, { roles: ['supervisor'] })
    const person = await addPerson(test)
    const { personId } = person
    await propose(proposer, personId, 'erased')
    const seenBy = async (who: TestPerson) => {
      const { items } = (await call(test, who, 'GET', '/api/removals')).json()
      const [item] = items.filter((one: { personId: string }) => one.personId === personId)
      const inbox = (await call(test, who, 'GET', '/api/workbench/inbox')).json().items
      const row = inbox.find((one: { kind: string }) => one.kind === 'removal')
      const mine = items.filter((one: { mayConfirm: boolean }) => one.mayConfirm).length
      expect(row?.count ?? 0).toBe(mine)
      return [item.mayConfirm, item.mayDrop]
    }
    expect(await seenBy(proposer)).toEqual([false, true])
    expect(await seenBy(kin)).toEqual([false, false])
    expect(await seenBy(outsider)).toEqual([true, true])
    const looks = (await call(test, person, 'GET', '/api/me/data-access')).json().items
    const saw = { what: 'removal', viewerName: outsider.name }
    expect(looks).toContainEqual(expect.objectContaining(saw))
    const view = await call(test, outsider, 'GET', `/api/roster/people/${personId}`)
    expect(view.json().removal).toMatchObject({ mayConfirm: true, mayDrop: true })
    expect((await drop(outsider, personId)).statusCode).toBe(200)
    expect((await messagesOf(proposer))[0]).toMatchObject({ kind: 'removal.proposal_dropped' })
  })

  it('lapses after fourteen days', async () => {
    const { personId } = await addPerson(test)
    const age = () =>
      test.owner.query(
        "UPDATE removal_proposal SET proposed_at = proposed_at - interval '14 days' WHERE person_id = $1",
        [personId],
      )
    await propose(committee, personId, 'erased')
    await age()
    expect(await codeOf(confirm(second, personId, 'erased'))).toBe('no_removal_proposed')
    const { items } = (await call(test, operator, 'GET', '/api/removals')).json()
    expect(items.map((one: { personId: string }) => one.personId)).not.toContain(personId)
    expect((await propose(committee, personId, 'erased')).statusCode).toBe(200)
    await age()
    await forgetExpired(test.database, test.clock)
    const left = 'SELECT FROM removal_proposal WHERE person_id = $1'
    expect((await test.owner.query(left, [personId])).rowCount).toBe(0)
  })

  it('is every removal, of office holders and of villagers: each ends how they sign in', async () => {
    const leader = await addPerson(test, { roles: ['group_leader'] })
    const villager = await addPerson(test, { name: '何在村' })
    const wife = await addPerson(test, { householdId: villager.householdId })
    for (const { personId } of [leader, villager]) await propose(committee, personId, 'moved_away')
    expect((await call(test, leader, 'GET', '/api/roles')).statusCode).toBe(200)
    expect((await messagesOf(villager))[0]).toMatchObject({ kind: 'removal.proposed' })
    expect(await messagesOf(wife)).toMatchObject([
      { kind: 'removal.proposed_at_home', params: { removal: 'moved_away', name: '何×村' } },
    ])
    for (const { personId } of [leader, villager])
      expect((await confirm(second, personId, 'moved_away')).statusCode).toBe(200)
    expect((await call(test, leader, 'GET', '/api/roles')).statusCode).toBe(401)
    expect((await call(test, villager, 'GET', '/api/me/messages')).statusCode).toBe(401)
    expect(await codeOf(propose(committee, operator.personId, 'died'))).toBeUndefined()
    expect(await codeOf(confirm(second, operator.personId, 'died'))).toBe('last_of_role')
  })

  it('is done once for one key, and once of two who confirm at one moment', async () => {
    const [one, other] = [await addPerson(test), await addPerson(test)]
    for (const { personId } of [one, other]) await propose(committee, personId, 'moved_away')
    const body = { removal: 'moved_away' }
    await sentTwice(test, (key) => change(second, one.personId, 'removal/confirm', body, key))
    const both = [second, operator].map((who) => confirm(who, other.personId, 'moved_away'))
    expect(await outcomesOf(both)).toEqual(['done', 'no_removal_proposed'])
  })
})
