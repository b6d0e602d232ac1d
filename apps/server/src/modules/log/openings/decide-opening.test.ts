import { decodeEntryBundle, formatBundlePath, newBundles } from '@azalea/tlog'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sequenceAll } from '../../../../test/audited-log.ts'
import {
  ask,
  codeOf,
  createOpeningVillage,
  listed,
  scopeFor,
  type OpeningVillage,
} from '../../../../test/opening-village.ts'
import { sortedStatuses } from '../../../../test/participation-village.ts'
import { createScoringVillage, score, watchHour } from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { commitmentTo } from '../../record/index.ts'

let village: OpeningVillage
let test: TestServer
let proposer: TestPerson
let granter: TestPerson
let auditor: TestPerson
let guard: TestPerson
let openingId: string

beforeAll(async () => {
  village = await createOpeningVillage()
  ;({ test, proposer, granter, auditor } = village)
  await createScoringVillage(test)
  guard = await addPerson(test)
  const gone = await addPerson(test)
  for (const person of [guard, gone]) await score(test, person, { ...watchHour, leaderScore: 4 })
  await test.owner.query(
    'UPDATE person_key SET wrapped_key = NULL, destroyed_at = now() WHERE person_id = $1',
    [gone.personId],
  )
  ;({ openingId } = (await ask(village, proposer, '', scopeFor(auditor))).json())
})
afterAll(() => test.close())

const get = (person: TestPerson, url: string) => call(test, person, 'GET', url)
const publish = () => sequenceAll(test.database, VILLAGE, test.clock.now())
const opened = (person = auditor) => get(person, `/api/openings/${openingId}/records`)
const decide = (person: TestPerson, decision: string) =>
  ask(village, person, `/${openingId}/decision`, { decision })

async function leavesOf(size: number) {
  const leaves: { kind: string; public: object; commitments: string[] }[] = []
  for (const bundle of newBundles(0, size)) {
    const bytes = new Uint8Array(
      (await test.http.inject({ url: `/log/${VILLAGE}/${formatBundlePath(bundle)}` })).rawPayload,
    )
    for (const entry of decodeEntryBundle(bytes, bundle.width))
      leaves.push(JSON.parse(Buffer.from(entry).toString()))
  }
  return leaves
}

describe('an opening', () => {
  it('opens nothing before a second member has granted it', async () => {
    expect(await codeOf(opened())).toBe('opening_not_running')
    expect(await codeOf(decide(proposer, 'granted'))).toBe('second_own_proposal')
    const kinOf = (one: TestPerson) =>
      addPerson(test, { householdId: one.householdId, roles: ['committee'] })
    expect(await codeOf(decide(await kinOf(auditor), 'granted'))).toBe('opening_of_household')
    expect(await codeOf(decide(await kinOf(proposer), 'granted'))).toBe('second_of_household')
    const own = { ...scopeFor(auditor), auditorId: granter.personId }
    const theirs = (await ask(village, proposer, '', own)).json().openingId
    const byThemself = ask(village, granter, `/${theirs}/decision`, { decision: 'granted' })
    expect(await codeOf(byThemself)).toBe('opening_for_oneself')
    expect((await decide(granter, 'granted')).statusCode).toBe(200)
    expect(await codeOf(decide(granter, 'refused'))).toBe('opening_decided')
  })

  it('gives salt and payload of its records to its auditor alone, and stands in the log', async () => {
    await publish()
    const page = (await opened()).json()
    expect(page).toMatchObject({ nextCursor: null, readThrough: page.size })
    const leaves = await leavesOf(page.size)
    for (const { index, parts } of page.items)
      for (const { part, salt, payload } of parts)
        expect(leaves[index]?.commitments[part]).toBe(
          commitmentTo(Buffer.from(payload), Buffer.from(salt, 'base64')),
        )
    // The award of the person who was erased stays closed.
    const awards = leaves.filter(({ kind }) => kind.startsWith('award.'))
    expect(page.items).toHaveLength(awards.length - 1)
    const granted = leaves.findLast(({ kind }) => kind === 'opening.granted')
    expect(granted?.public).toMatchObject({ kinds: ['award'], lastDay: '2026-03-03' })
    expect(granted?.commitments).toHaveLength(3)
    expect(await codeOf(opened(granter))).toBe('opening_not_running')
    expect(await codeOf(opened(guard))).toBe('role_required')
  })

  it('is seen by those whose parts were opened, once a day', async () => {
    await opened()
    const { items } = (await get(guard, '/api/me/data-access')).json()
    expect(items.filter(({ what }: { what: string }) => what === 'opening')).toEqual([
      expect.objectContaining({ viewerName: auditor.name, viewerRole: 'auditor' }),
    ])
  })

  it('is listed for the committee, and for its auditor', async () => {
    expect(await listed(village, proposer)).toHaveLength(2)
    expect(await listed(village, auditor)).toEqual([
      expect.objectContaining({ openingId, isMine: true, state: 'granted', fromDay: '2026-03-01' }),
    ])
  })

  it('ends by itself, or before its time, which is logged', async () => {
    expect((await ask(village, auditor, `/${openingId}/end`)).statusCode).toBe(200)
    expect(await codeOf(opened())).toBe('opening_not_running')
    expect(await codeOf(ask(village, proposer, `/${openingId}/end`))).toBe('opening_not_running')
    ;({ openingId } = (await ask(village, proposer, '', scopeFor(auditor))).json())
    const rivals = await Promise.all([decide(granter, 'granted'), decide(granter, 'granted')])
    expect(sortedStatuses(rivals)).toEqual([200, 409])
    await publish()
    expect((await opened()).statusCode).toBe(200)
    test.clock.set(new Date('2026-03-03T16:00:00Z'))
    expect(await codeOf(opened())).toBe('opening_not_running')
    expect((await listed(village, proposer))[0].state).toBe('ended')
  })
})
