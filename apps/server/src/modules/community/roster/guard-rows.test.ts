import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { upload } from '../../../../test/upload.ts'
import { identityCheckCharacter } from './identity-number.ts'

let test: TestServer
let cadre: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  cadre = await addPerson(test, { name: '陈秀芳', roles: ['committee'] })
})
afterAll(() => test.close())

interface Told {
  readonly errors: readonly { row: number; code: string; messageZh: string; messageEn: string }[]
}

const preview = async (rows: readonly string[], who = cadre) => {
  const csv = ['组别,户号,姓名,与户主关系,手机号,身份证号,出生年份', ...rows].join('\n')
  return (await upload(test, who, '/api/roster/import/preview', Buffer.from(csv))).json()
}
const confirm = async (importId: string, who = cadre) => {
  const url = `/api/roster/import/${importId}/confirm?skipErrors=true`
  return (await call(test, who, 'POST', url, {})).json()
}
const told = ({ errors }: Told) => errors.map(({ row, code }) => [row, code])

async function entry({ personId }: TestPerson) {
  const { rows } = await test.owner.query<{
    household_id: string
    house_no: string
    group_no: number
    phone: string
    id_last4: string | null
  }>('SELECT * FROM person JOIN household USING (village_id, household_id) WHERE person_id = $1', [
    personId,
  ])
  return rows[0]!
}
const messagesOf = async (person: TestPerson) =>
  (await call(test, person, 'GET', '/api/me/messages')).json().items

/** A row of the file that has a person, by telephone, behind another door. */
async function rowAt(person: TestPerson, door: string): Promise<string> {
  return `${door},${person.name},,${(await entry(person)).phone},,`
}

describe('a row that moves somebody', () => {
  it('does all that the page does: the person is told, the log has it, what they promised ends', async () => {
    const head = await addPerson(test, { name: '何门头' })
    const son = await addPerson(test, { name: '何子', householdId: head.householdId })
    const plan = await preview([await rowAt(head, '2组,迁1号')])
    expect(plan.errors).toEqual([])
    await confirm(plan.importId)
    expect(await entry(head)).toMatchObject({ house_no: '迁1号', group_no: 2 })
    expect(await messagesOf(head)).toMatchObject([
      { kind: 'person.moved', params: { houseNo: '迁1号', byFile: true } },
    ])
    const { records } = (await call(test, head, 'GET', '/api/me/data')).json()
    const moved = records.find(({ kind }: { kind: string }) => kind === 'person.moved')
    expect(JSON.parse(moved.payload)).toMatchObject({ houseNo: '迁1号', movedBy: cadre.personId })
    const household = `/api/roster/households/${head.householdId}`
    const { headName } = (await call(test, cadre, 'GET', household)).json()
    expect(headName).toBe(son.name)
  })

  it('is left out and named where it brings somebody under one roof with others', async () => {
    const resident = await addPerson(test, { name: '何住家' })
    const [one, another] = [
      await addPerson(test, { name: '何搬一' }),
      await addPerson(test, { name: '何搬二' }),
    ]
    const { house_no: houseNo } = await entry(resident)
    const plan = await preview([
      await rowAt(one, `1组,${houseNo}`),
      await rowAt(another, '1组,迁5号'),
      '1组,迁5号,何新来,,19955600009,,',
    ])
    expect(told(plan)).toEqual([
      [2, 'moves_in_with_others'],
      [3, 'moves_in_with_others'],
    ])
    await confirm(plan.importId)
    expect((await entry(one)).household_id).toBe(one.householdId)
    expect((await entry(another)).household_id).toBe(another.householdId)
  })

  it('is left out and named where it moves an office holder', async () => {
    const supervisor = await addPerson(test, { name: '监督甲', roles: ['supervisor'] })
    const member = await addPerson(test, { name: '委员甲', roles: ['committee'] })
    const { house_no: houseNo } = await entry(member)
    const plan = await preview([
      await rowAt(supervisor, `1组,${houseNo}`),
      await rowAt(member, '1组,迁2号'),
    ])
    expect(told(plan)).toEqual([
      [2, 'office_holder_moves'],
      [3, 'office_holder_moves'],
    ])
    expect(plan.errors[0].messageZh).toContain('监督甲')
    await confirm(plan.importId)
    expect((await entry(supervisor)).household_id).toBe(supervisor.householdId)
    expect((await entry(member)).household_id).toBe(member.householdId)
  })
})

describe('the importer’s own household', () => {
  it('is changed by no row of theirs; rows that say what stands there pass', async () => {
    const kin = await addPerson(test, { name: '陈儿', householdId: cadre.householdId })
    const stranger = await addPerson(test, { name: '外人甲' })
    const { house_no: own } = await entry(cadre)
    const plan = await preview([
      `1组,${own},陈秀芳,户主,,,`,
      `1组,${own},陈新人,,,,`,
      await rowAt(stranger, `1组,${own}`),
      `1组,${own},陈儿,,,,1999`,
      await rowAt(kin, '1组,迁3号'),
    ])
    expect(told(plan)).toEqual([
      [3, 'own_household'],
      [4, 'own_household'],
      [5, 'own_household'],
      [6, 'own_household'],
    ])
    for (const { messageZh, messageEn } of (plan as Told).errors) {
      expect(messageZh).toMatch(/^(陈新人|外人甲|陈儿)：这一行/)
      expect(messageEn).toMatch(/^(陈新人|外人甲|陈儿): this row/)
    }
    expect(plan.summary).toMatchObject({ rows: 5, unchanged: 1, newPeople: 0, changed: 0 })
  })

  it('keeps its head and its group', async () => {
    const { house_no: own, phone } = await entry(cadre)
    const head = await preview([`1组,${own},陈儿,户主,,,`])
    expect(told(head)).toEqual([[2, 'own_household']])
    const group = await preview([`3组,${own},陈秀芳,户主,${phone},,`])
    expect(told(group)).toEqual([[2, 'own_household']])
    const other = await addPerson(test, { roles: ['operator'] })
    expect((await preview([`3组,${own},陈秀芳,户主,${phone},,`], other)).errors).toEqual([])
  })
})

describe('whoever stands in the office’s household', () => {
  const found = async (name: string, role: 'committee' | 'supervisor' | 'operator') => {
    const { rows } = await test.owner.query<{ household_id: string }>(
      'SELECT household_id FROM household WHERE village_id = $1 AND is_office',
      [VILLAGE],
    )
    const householdId = rows[0]?.household_id ?? test.server.newId()
    if (rows.length === 0)
      await test.owner.query(
        'INSERT INTO household (village_id, household_id, group_no, house_no, is_office) VALUES ($1, $2, 1, $3, true)',
        [VILLAGE, householdId, '村委'],
      )
    return addPerson(test, { name, householdId, roles: [role] })
  }

  it('is entered by the file where they live, themselves too', async () => {
    const founder = await found('创办人', 'operator')
    const plan = await preview([await rowAt(founder, '1组,迁4号')], founder)
    expect(plan.errors).toEqual([])
    await confirm(plan.importId, founder)
    expect((await entry(founder)).house_no).toBe('迁4号')
  })

  it('but never under one roof with whom they supervise', async () => {
    const supervisor = await found('监督乙', 'supervisor')
    const member = await addPerson(test, { name: '委员乙', roles: ['committee'] })
    const { house_no: houseNo } = await entry(member)
    const plan = await preview([await rowAt(supervisor, `1组,${houseNo}`)])
    expect(told(plan)).toEqual([[2, 'moves_in_with_others']])
    const both = await found('委员丙', 'committee')
    const together = [await rowAt(supervisor, '1组,迁6号'), await rowAt(both, '1组,迁6号')]
    const door = await preview(together)
    expect((await confirm(door.importId)).code).toBe('supervisor_related_to_committee')
    expect((await entry(supervisor)).house_no).toBe('村委')
  })
})

describe('a row of a newcomer', () => {
  it('to a household where people live tells those, and leaves the telephone to a second person', async () => {
    const resident = await addPerson(test, { name: '何守门' })
    const { house_no: houseNo } = await entry(resident)
    const plan = await preview([
      `1组,${houseNo},何外来,,19955600001,,`,
      '1组,迁9号,何独居,户主,19955600002,,',
      '1组,迁9号,何同来,,19955600003,,',
    ])
    expect(plan).toMatchObject({ errors: [], summary: { newPeople: 3, proposed: 1 } })
    expect(plan.proposals).toMatchObject([
      { name: '何外来', fields: [{ field: 'phone', from: '', to: '199****0001' }] },
    ])
    expect(await confirm(plan.importId)).toMatchObject({ newPeople: 3, proposed: 1 })
    const { rows } = await test.owner.query<{ name: string; phone: string | null }>(
      "SELECT name, phone FROM person WHERE name IN ('何外来', '何独居', '何同来') ORDER BY phone",
    )
    expect(rows.map(({ phone }) => phone)).toEqual(['19955600002', '19955600003', null])
    expect(await messagesOf(resident)).toMatchObject([
      { kind: 'household.person_added', params: { name: '何×来', byFile: true } },
    ])
  })
})

it('a first identity number of somebody on the roster waits for a second person', async () => {
  const person = await addPerson(test, { name: '无证甲' })
  const seventeen = '33010919660606124'
  const number = `${seventeen}${identityCheckCharacter(seventeen)}`
  const { house_no: houseNo } = await entry(person)
  const plan = await preview([`1组,${houseNo},无证甲,,,${number},`])
  expect(plan.proposals).toMatchObject([
    { fields: [{ field: 'idNumber', from: '', to: `…${number.slice(-4)}` }] },
  ])
  expect(await confirm(plan.importId)).toMatchObject({ proposed: 1 })
  expect((await entry(person)).id_last4).toBeNull()
  const other = await addPerson(test, { roles: ['operator'] })
  const { items } = (await call(test, other, 'GET', '/api/sign-in-changes')).json()
  const changeIds = items.map(({ changeId }: { changeId: string }) => changeId)
  const decide = { changeIds, decision: 'confirmed' }
  await call(test, other, 'POST', '/api/sign-in-changes/decide', decide)
  expect((await entry(person)).id_last4).toBe(number.slice(-4))
})
