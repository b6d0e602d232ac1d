import { afterAll, describe, expect, it } from 'vitest'
import { onNotice } from '../../../../test/objection-village.ts'
import { createScoringVillage } from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  TEST_START,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'

const open: TestServer[] = []
afterAll(() => Promise.all(open.map((test) => test.close())))

/** Of two members of the committee one earned the award; here is who objects, and by whose hand. */
type Telling = {
  readonly objector: 'neighbour' | 'member' | 'kinOfMember'
  readonly teller?: 'member' | 'leader'
}

const drawn = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|试\d+号/g

/** What the earner, a member of the committee, is answered from the objection to its end. */
async function heardOf({ objector, teller }: Telling): Promise<string[]> {
  const test = await createTestServer()
  open.push(test)
  await createScoringVillage(test)
  await test.owner.query('DELETE FROM role_grant')
  test.clock.set(TEST_START)
  const member = await addPerson(test, { name: '委员甲', roles: ['committee'] })
  const earner = await addPerson(test, { name: '委员乙', roles: ['committee'] })
  const people = {
    member,
    kinOfMember: await addPerson(test, { name: '甲家人', householdId: member.householdId }),
    neighbour: await addPerson(test, { name: '邻居丙' }),
    leader: await addPerson(test, { name: '组长戊', roles: ['group_leader'] }),
  }
  const supervisor = await addPerson(test, { name: '监委丁', roles: ['supervisor'] })
  const { awardId } = await onNotice(test, earner)
  const done = async (by: TestPerson, url: string, body: object) => {
    const answer = await call(test, by, 'POST', url, body)
    if (answer.statusCode !== 200) throw new Error(`${url} ${answer.body}`)
    return answer.json()
  }
  const onBehalf = { personId: people[objector].personId, channel: 'oral' }
  const { objectionId } = await done(
    people[teller ?? objector],
    `/api/awards/${awardId}/objections`,
    {
      words: '那晚没见他值守。',
      ...(teller === undefined ? {} : { onBehalf }),
    },
  )
  const of = `/api/objections/${objectionId}`
  const heard: string[] = []
  const listen = async () => {
    const urls = [of, `/api/awards/${awardId}`, '/api/objections?state=open', '/api/me/home']
    for (const url of [...urls, '/api/me/messages', '/api/workbench/inbox']) {
      const { statusCode, body } = await call(test, earner, 'GET', url)
      heard.push(`GET ${url} ${statusCode} ${body}`)
    }
    const answer = { outcome: 'refused', reasons: '核实过了。' }
    for (const [path, body] of [
      ['answer', answer],
      ['pass-on', {}],
    ] as const) {
      const { statusCode, body: text } = await call(test, earner, 'POST', `${of}/${path}`, body)
      heard.push(`POST ${path} ${statusCode} ${text}`)
    }
  }
  await listen()
  await done(supervisor, `${of}/answer`, { outcome: 'refused', reasons: '核实过了。' })
  await listen()
  return heard.map((text) => text.replaceAll(drawn, '‹›'))
}

describe('what an earner on the committee is answered about an objection', () => {
  it('is the same whoever objected', async () => {
    const heard = await heardOf({ objector: 'neighbour' })
    expect(await heardOf({ objector: 'member' })).toEqual(heard)
    expect(await heardOf({ objector: 'kinOfMember' })).toEqual(heard)
  }, 120_000)

  it('is the same whoever entered it', async () => {
    const byLeader = await heardOf({ objector: 'neighbour', teller: 'leader' })
    expect(await heardOf({ objector: 'neighbour', teller: 'member' })).toEqual(byLeader)
  }, 120_000)
})
