import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { look, openPhone } from './phone.ts'
import { onePerson, signInOverHttp, type Person } from './person.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

interface Attendee {
  readonly name: string
  readonly checkedInAt: string | null
  readonly checkedOutAt: string | null
  readonly leaderScore: number | null
}

const JOURNEY = 'lead-a-shift'
const HELPERS = 20
const SURNAMES = ['陈', '沈', '王', '李', '俞', '朱', '徐', '金']
const MINUTE = 60_000
const url = inject('villageUrl')
const title = '清理北塘水草'

let browser: Browser
let page: Page
let behind: Person
let activityId: string
let shiftId: string
/** Of the leader’s own group: whom the leader finds in the roster. */
let latecomer: string

/** Of an activity of its own, which no other journey looks at. */
beforeAll(async () => {
  browser = await launchBrowser()
  const leader = await onePerson(url, 'group_leader')
  behind = await signInOverHttp(url, leader)
  await beginShift()
  latecomer = await helpersComeIn()
  page = (await openPhone(browser, url)).page
  await signIn(page, leader)
})

afterAll(async () => {
  await browser.close()
})

it('a leader leads a shift', async () => {
  await step('enters somebody who came without a sign-up', async () => {
    await page.goto(`/#/activities/${activityId}/lead`)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByRole('button', { name: '补登来的人' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: '登记并签到' }).click()
    await sheet.getByText('请写清楚是谁。').waitFor()
    await sheet.getByLabel('是谁').fill(latecomer)
    await sheet.getByRole('list', { name: '找到的' }).getByRole('button').first().click()
    await look(page, JOURNEY, '01-walk-in')
    await sheet.getByRole('button', { name: '登记并签到' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: `改正 · ${latecomer}` }).waitFor()
    expect(await present()).toHaveLength(HELPERS)
  })

  await step(
    'corrects a mistaken check-in, with a reason and nothing chosen beforehand',
    async () => {
      await page.getByRole('button', { name: `改正 · ${latecomer}` }).click()
      const sheet = page.getByRole('dialog')
      expect(await sheet.getByRole('radio', { checked: true }).count()).toBe(0)
      await sheet.getByRole('radio', { name: '没有来' }).check()
      await sheet.getByRole('button', { name: '改正', exact: true }).click()
      await sheet.getByText('请写一句为什么。').waitFor()
      await sheet.getByLabel('为什么改').fill('点错了人')
      await look(page, JOURNEY, '02-correct')
      await sheet.getByRole('button', { name: '改正', exact: true }).click()
      await sheet.waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: `改正 · ${latecomer}` }).waitFor({ state: 'detached' })
      expect(await present()).toHaveLength(HELPERS - 1)
    },
  )

  await step(
    'checks in who came after all, and twenty out at once, asked once about leaving early',
    async () => {
      await page.getByRole('button', { name: `代为签到 · ${latecomer}` }).click()
      await page.getByRole('button', { name: `改正 · ${latecomer}` }).waitFor()
      await page.getByRole('button', { name: '一起签退' }).click()
      const sheet = page.getByRole('dialog')
      await sheet.getByRole('button', { name: '全选' }).click()
      await look(page, JOURNEY, '03-twenty')
      await sheet.getByRole('button', { name: `给 ${HELPERS} 人签退` }).click()
      await sheet.getByText('这几位没有记上：').waitFor()
      expect(await present()).toHaveLength(HELPERS)
      await sheet.getByRole('button', { name: '他们就是现在走，照样签退' }).click()
      await sheet.waitFor({ state: 'hidden' })
      expect(await present()).toEqual([])
    },
  )

  await step('scores them all at once, and offers that no more', async () => {
    await page.getByRole('button', { name: '一起评分' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('radio', { name: /^4 星/ }).check({ force: true })
    await look(page, JOURNEY, '04-score')
    await sheet.getByRole('button', { name: '都记这个分' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '一起评分' }).waitFor({ state: 'detached' })
    await look(page, JOURNEY, '05-scored')
    const scores = (await attendees()).map(({ leaderScore }) => leaderScore)
    expect(scores).toEqual(Array.from({ length: HELPERS }, () => 4))
  })
})

async function beginShift(): Promise<void> {
  const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString()
  const times = { startsAt: at(5), endsAt: at(125) }
  const proposal = { title, description: '', place: '北塘', itemRef: 'ditch-clean', ...times }
  const shifts = [{ ...times, quota: HELPERS + 5 }]
  const proposed = await behind.post<{ activityId: string }>('/api/activities', {
    ...proposal,
    signUpClosesAt: times.endsAt,
    shifts,
  })
  activityId = proposed.activityId
  const committee = await signInOverHttp(url, await onePerson(url, 'committee'))
  const decision = { decision: 'approve', words: '' }
  await committee.post(`/api/activities/${activityId}/decide`, decision)
  const { shifts: approved } = await behind.get<{ shifts: { shiftId: string }[] }>(
    `/api/activities/${activityId}`,
  )
  shiftId = approved[0]?.shiftId ?? ''
}

/** All but one of those who come are there; the name of the one whom the leader will enter. */
async function helpersComeIn(): Promise<string> {
  const committee = await signInOverHttp(url, await onePerson(url, 'committee'))
  const own = await peopleFor(behind)
  const ownIds = new Set(own.map(({ personId }) => personId))
  const others = (await peopleFor(committee)).filter(({ personId }) => !ownIds.has(personId))
  let came = 0
  for (const { personId } of others) {
    if (came === HELPERS - 1) break
    if (await comesIn({ personId })) came += 1
  }
  expect(came).toBe(HELPERS - 1)
  const homes = await behind.get<{ items: { householdId: string; joined: boolean }[] }>(
    '/api/roster/households?limit=100',
  )
  const joined = new Set(
    homes.items.filter((home) => home.joined).map(({ householdId }) => householdId),
  )
  const { session } = await behind.get<{ session: { household: { householdId: string } } }>(
    '/api/session',
  )
  const busy = await onDutyElsewhere(committee)
  const one = own.find(
    ({ personId, householdId }) =>
      !busy.has(personId) &&
      joined.has(householdId) &&
      householdId !== session.household.householdId,
  )
  if (one === undefined) throw new Error('nobody of the leader’s group can come')
  return one.name
}

/** Who has a place in a shift to come: they cannot be entered at another at the same time. */
async function onDutyElsewhere(committee: typeof behind): Promise<Set<string>> {
  const { items } = await committee.get<{ items: { activityId: string }[] }>(
    '/api/activities?scope=upcoming&limit=100',
  )
  const busy = new Set<string>()
  for (const upcoming of items) {
    const { shifts } = await committee.get<{ shifts: { shiftId: string }[] }>(
      `/api/activities/${upcoming.activityId}`,
    )
    for (const shift of shifts) {
      const list = await committee.get<{ items: { personId: string }[] }>(
        `/api/shifts/${shift.shiftId}/attendance`,
      )
      for (const { personId } of list.items) busy.add(personId)
    }
  }
  return busy
}

/** False for who cannot: of a household that has not joined, the leader's own, or on duty elsewhere. */
async function comesIn(who: { personId: string }): Promise<boolean> {
  return behind.post(`/api/shifts/${shiftId}/walk-ins`, who).then(
    () => true,
    () => false,
  )
}

interface RosterPerson {
  readonly personId: string
  readonly name: string
  readonly householdId: string
}

async function peopleFor(reader: Person): Promise<RosterPerson[]> {
  const found = await Promise.all(
    SURNAMES.map((surname) =>
      reader.get<{ items: RosterPerson[] }>(
        `/api/roster/people?limit=60&q=${encodeURIComponent(surname)}`,
      ),
    ),
  )
  return found.flatMap(({ items }) => items)
}

async function attendees(): Promise<readonly Attendee[]> {
  const { items } = await behind.get<{ items: Attendee[] }>(`/api/shifts/${shiftId}/attendance`)
  return items.filter(({ checkedInAt }) => checkedInAt !== null)
}

async function present(): Promise<readonly Attendee[]> {
  return (await attendees()).filter(({ checkedOutAt }) => checkedOutAt === null)
}
