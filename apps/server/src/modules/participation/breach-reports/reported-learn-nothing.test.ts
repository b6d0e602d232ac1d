import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createBreachVillage, daysLater, settleAll } from '../../../../test/breach-village.ts'
import { addPerson, call, TEST_START, VILLAGE, type TestPerson } from '../../../../test/server.ts'

/** Of two members of the committee one is reported; here is who did, and who entered it. */
const reporters = {
  neighbour: { enters: null },
  'the other member': { enters: null },
  'kin of the other member': { enters: null },
  'a neighbour through a leader': { enters: 'leader' },
} as const
type Reporter = keyof typeof reporters

const PATIENT = 120_000
const accessPath = join(import.meta.dirname, '../../../../test/access.json')
/** Drawn anew at every look, or heavy files made of what other routes tell. */
const untold = /\.pdf$|\/form\.xlsx$|template$|workbook$|export$|setup|\/code$/

/** Every route that can be read, with the report, its village and the reported put in. */
const readable = Object.keys(JSON.parse(readFileSync(accessPath, 'utf8')))
  .filter((route) => route.startsWith('GET ') && !untold.test(route))
  .map((route) => route.slice('GET '.length))

const fill = (route: string, reportId: string) =>
  route
    .replace('{villageId}', VILLAGE)
    .replace('{board}', 'households')
    .replace(/\{\w+\}/, reportId)

const lists = [
  ...['decided', 'appealed', 'settled', 'withdrawn'].map(
    (state) => `/api/breach-reports?state=${state}`,
  ),
  '/api/me/breach-reports?side=reported',
  '/api/me/home',
  '/api/me/messages',
  '/api/workbench/inbox',
]

/** What the reported may try on a report; what succeeds is tried once it is its time. */
const attempts: readonly (readonly [string, object])[] = [
  ['decision', { outcome: 'dismissed', reasons: '没有的事。' }],
  ['decision', { outcome: 'upheld', itemRef: 'plot-litter', reasons: '没有的事。' }],
  ['appeal/decision', { outcome: 'confirmed', reasons: '没有的事。' }],
  ['pass-on', {}],
  ['appeal', { words: '不服。' }],
]

const drawn =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|试\d+号|139[\d*]{8}|陈.芳|[\w+/-]{43}=|(?=[\w-]*[A-Z])[\w-]{22,43}/g

/** An answer without what is drawn by lot, or counted by the tests themselves. */
function plainly(text: string): string {
  const names = new Map<string, string>()
  return text.replace(drawn, (one) => {
    if (!names.has(one)) names.set(one, `‹${names.size}›`)
    return names.get(one) ?? one
  })
}

/** Where two answers part, with a little of what stands around. */
function difference(one = '', other = ''): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  return `${one.slice(0, 70)} … ${around(one)} ≠ ${around(other)}`
}

/** How it was told: of somebody by name, or of a place, whose doer a third member then found. */
type Telling = 'named' | 'found later'

async function peopleAround(test: Awaited<ReturnType<typeof createBreachVillage>>['test']) {
  await test.owner.query('DELETE FROM role_grant') // so that no other office is held
  test.clock.set(TEST_START)
  const member = await addPerson(test, { name: '委员甲', roles: ['committee', 'supervisor'] })
  const reported = await addPerson(test, {
    name: '委员乙',
    roles: ['committee', 'supervisor', 'group_leader'],
  })
  const inHousehold = (name: string, { householdId }: TestPerson) =>
    addPerson(test, { name, householdId })
  return {
    member,
    reported,
    kinOfReported: await inHousehold('乙家人', reported),
    kinOfMember: await inHousehold('甲家人', member),
    neighbour: await addPerson(test, { name: '邻居丙' }),
    leader: await addPerson(test, { name: '组长丁', roles: ['group_leader'] }),
    officer: await addPerson(test, { name: '镇干部戊', roles: ['town_officer'] }),
    secondOfficer: await addPerson(test, { name: '镇干部己', roles: ['town_officer'] }),
  }
}

/** Everything that the reported and their household hear, from the telling of a report to its end. */
async function heardOf(who: Reporter, telling: Telling): Promise<string[]> {
  const { test } = await createBreachVillage()
  const people = await peopleAround(test)
  const { member, reported, kinOfReported, kinOfMember, neighbour, leader } = people
  const { officer, secondOfficer } = people
  const reporter =
    who === 'the other member'
      ? member
      : who === 'kin of the other member'
        ? kinOfMember
        : neighbour
  const teller = reporters[who].enters === null ? reporter : leader
  const heard: string[] = []
  const hear = async (
    moment: string,
    ear: TestPerson,
    method: 'GET' | 'POST',
    url: string,
    body?: object,
  ) => {
    const { statusCode, body: text } = await call(test, ear, method, url, body)
    heard.push(plainly(`${moment}, ${method} ${url}: ${statusCode} ${text}`))
  }
  const done = async (by: TestPerson, url: string, body: object) => {
    const { statusCode, body: text } = await call(test, by, 'POST', url, body)
    if (statusCode !== 200) throw new Error(`${url} ${text}`)
    return JSON.parse(text)
  }
  const byName = { kind: 'person', name: reported.name, groupNo: 1 }
  const { reportId } = await done(teller, '/api/breach-reports', {
    ...(telling === 'named'
      ? { about: byName }
      : { about: { kind: 'place', place: '老桥下面' }, itemRef: 'plot-litter' }),
    occurredAt: test.clock.now().toISOString(),
    words: '农膜扔在水沟里。',
    ...(teller === reporter ? {} : { onBehalf: { personId: reporter.personId, channel: 'oral' } }),
  })
  const of = `/api/breach-reports/${reportId}`
  const listen = async (
    moment: string,
    routes = readable.map((route) => fill(route, reportId)),
  ) => {
    for (const looking of [member, officer]) await call(test, looking, 'GET', of)
    for (const ear of [reported, kinOfReported]) {
      for (const route of [...routes, of, ...lists]) await hear(moment, ear, 'GET', route)
      for (const [path, body] of attempts) await hear(moment, ear, 'POST', `${of}/${path}`, body)
    }
  }
  await listen('made')
  if (telling === 'found later') {
    const third = await addPerson(test, { name: '委员庚', roles: ['committee', 'supervisor'] })
    await done(third, `${of}/attach`, { about: byName })
    await listen('found', [])
  }
  await done(reported, `${of}/reply`, { words: '没有的事。' })
  await listen('replied', [])
  daysLater(test, 8)
  await done(officer, `${of}/decision`, { outcome: 'dismissed', reasons: '去看过了。' })
  await listen('decided', [])
  await done(teller, `${of}/appeal`, { words: '请再查。' })
  await listen('appealed', [])
  const answer = { outcome: 'changed', itemRef: 'plot-litter', reasons: '又去看了。' }
  await done(secondOfficer, `${of}/appeal/decision`, answer)
  await settleAll(test)
  await listen('ended')
  heard.push(...(await leavesOf(test)))
  await test.close()
  return heard
}

/** What the public log tells by the form of its entries. */
async function leavesOf({ owner }: Awaited<ReturnType<typeof createBreachVillage>>['test']) {
  const { rows } = await owner.query<{ leaf: string }>(
    `SELECT convert_from(leaf, 'UTF8') AS leaf FROM record
     WHERE kind LIKE 'breach-report.%' ORDER BY record_id`,
  )
  return rows.map(({ leaf }) => {
    const { kind, commitments, public: fields } = JSON.parse(leaf)
    return `log: ${kind} with ${commitments.length} parts, ${Object.keys(fields).join()}`
  })
}

describe.each(['named', 'found later'] as const)(
  'what a reported member of the committee and their household are answered, %s',
  (telling) => {
    let ofNeighbour: string[]
    beforeAll(async () => {
      ofNeighbour = await heardOf('neighbour', telling)
    }, PATIENT)

    const others = Object.keys(reporters).slice(1) as Reporter[]
    // Where the doer is found later, one of them shows what the telling adds.
    for (const who of telling === 'named' ? others : others.slice(0, 1))
      it(
        `is the same when it was ${who} who reported as when it was a neighbour`,
        async () => {
          const heard = await heardOf(who, telling)
          const different = heard.flatMap((one, index) =>
            one === ofNeighbour[index] ? [] : [difference(ofNeighbour[index], one)],
          )
          expect(different).toEqual([])
          expect(heard.length).toBe(ofNeighbour.length)
          expect(heard.length).toBeGreaterThan(350)
        },
        PATIENT,
      )
  },
)
