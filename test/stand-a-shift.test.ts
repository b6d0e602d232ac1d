import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Browser, BrowserContext } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { look, openPhone } from './phone.ts'
import { onePerson, peopleOf, signInOverHttp, type Person, type SignIn } from './person.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

interface MyShift {
  readonly shiftId: string
  readonly activityId: string
  readonly title: string
  readonly attendance: { readonly checkedOutAt: string | null } | null
}

interface Shift {
  readonly shiftId: string
  readonly postSubjectId: string | null
  readonly startsAt: string
  readonly endsAt: string
  readonly canSignUp: { readonly ok: boolean }
}

interface Activity {
  readonly activityId: string
  readonly title: string
  readonly shifts: readonly Shift[]
}

const JOURNEY = 'stand-a-shift'
const url = inject('villageUrl')

let browser: Browser
let phone: BrowserContext
let behind: Person

beforeAll(async () => {
  browser = await launchBrowser()
  const free = await someoneFree()
  behind = free.behind
  const { context, page } = await openPhone(browser, url)
  await signIn(page, free.villager)
  await page.close()
  phone = context
})

afterAll(async () => {
  await browser.close()
})

it('a villager joins an activity', async () => {
  const page = await phone.newPage()
  await page.goto('/')
  let activity: Activity

  await step('finds it in the list and opens it', async () => {
    activity = await anActivityToJoin(behind)
    await page.getByRole('navigation').getByRole('link', { name: '活动' }).click()
    await page.getByRole('link', { name: activity.title }).first().waitFor()
    await look(page, JOURNEY, '01-activities')
    await page.getByRole('link', { name: activity.title }).first().click()
    await page.getByRole('heading', { level: 1, name: activity.title }).waitFor()
    await page.getByRole('button', { name: '我报名' }).first().waitFor()
    await look(page, JOURNEY, '02-activity')
  })

  await step('signs up, and may still withdraw', async () => {
    await page.getByRole('button', { name: '我报名' }).first().click()
    await page.getByRole('button', { name: '不去了' }).first().waitFor()
    await look(page, JOURNEY, '03-signed-up')
    const upcoming = await myShifts('upcoming')
    expect(upcoming.map(({ activityId }) => activityId)).toContain(activity.activityId)
    await page.getByRole('button', { name: '不去了' }).first().click()
    await page.getByRole('button', { name: '我报名' }).first().waitFor()
    const after = await myShifts('upcoming')
    expect(after.map(({ activityId }) => activityId)).not.toContain(activity.activityId)
  })
})

it('a villager stands a shift', async () => {
  const page = await phone.newPage()
  let duty: MyShift
  let post: string

  await step('sees at home that the shift is on', async () => {
    duty = await onDuty(behind)
    post = await postOf(duty)
    await page.goto('/#/')
    await page.reload()
    await page.getByRole('link', { name: '去签到' }).waitFor()
    await look(page, JOURNEY, '04-shift-is-on')
    await page.getByRole('link', { name: '去签到' }).click()
    await page.getByRole('textbox', { name: '签到码' }).first().waitFor()
    await look(page, JOURNEY, '05-check-in')
  })

  await step('is refused with a code that the post does not show', async () => {
    const wrong = String((Number(await codeAt(post)) + 1) % 1_000_000).padStart(6, '0')
    await enterCode(wrong)
    await page.getByRole('button', { name: '签到', exact: true }).click()
    await page.getByRole('alert').first().waitFor()
    await look(page, JOURNEY, '06-wrong-code')
    expect((await dutyNow()).attendance).toBeNull()
  })

  await step('checks in with the code on the wall of the post', async () => {
    const code = await readWall()
    await enterCode(code)
    await page.getByRole('button', { name: '签到', exact: true }).click()
    await page.getByText('签到了。走的时候记得签退。').waitFor()
    await look(page, JOURNEY, '08-checked-in')
    expect((await dutyNow()).attendance?.checkedOutAt).toBeNull()
  })

  await step('is asked once whether they leave so soon, and checks out', async () => {
    await enterCode(await codeAt(post))
    await page.getByRole('button', { name: '签退', exact: true }).click()
    await page.getByText('真的现在走吗').waitFor()
    await look(page, JOURNEY, '09-asked')
    expect((await dutyNow()).attendance?.checkedOutAt).toBeNull()
    await page.getByRole('button', { name: '是的，现在签退' }).click()
    await page.getByText('活动结算以后，按细则算分').waitFor()
    await look(page, JOURNEY, '10-checked-out')
    expect((await dutyNow()).attendance?.checkedOutAt).not.toBeNull()
    await page.goto('/#/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('heading', { name: '等着您的事' }).waitFor()
    expect(await page.getByRole('link', { name: /^去签/ }).count()).toBe(0)
    await look(page, JOURNEY, '11-home-after')
    await page.goto('/#/me/shifts')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText(duty.title).first().waitFor()
    await look(page, JOURNEY, '12-my-shifts')
  })

  async function enterCode(code: string): Promise<void> {
    await page.getByRole('textbox', { name: '签到码' }).first().fill(code)
  }

  async function dutyNow(): Promise<MyShift> {
    const found = (await myShifts('now')).find(({ shiftId }) => shiftId === duty.shiftId)
    if (found === undefined) throw new Error('the shift is not on any more')
    return found
  }

  /** Opens the wall page as the committee would hang it at the post, and reads the digits. */
  async function readWall(): Promise<string> {
    const wall = await openPhone(browser, url)
    await signIn(wall.page, await onePerson(url, 'committee'))
    await wall.page.goto(`/#/wall/${post}`)
    const digits = wall.page.getByText(/^\s*\d{3} \d{3}\s*$/)
    await digits.waitFor()
    await look(wall.page, JOURNEY, '07-wall')
    const code = ((await digits.textContent()) ?? '').replace(/\D/g, '')
    await wall.context.close()
    return code
  }
})

async function myShifts(which: 'now' | 'upcoming', of = behind): Promise<readonly MyShift[]> {
  const answer = await of.get<Record<'now' | 'upcoming', readonly MyShift[]>>('/api/me/shifts')
  return answer[which]
}

/** A listed villager who has a shift now, or could still take one that begins soon. */
async function someoneFree(): Promise<{ villager: SignIn; behind: Person }> {
  const listed = [...(await peopleOf(url, 'villager', 2))].reverse()
  for (const candidate of listed) {
    const person = await signInOverHttp(url, candidate)
    const now = await myShifts('now', person)
    if (now.some(({ attendance }) => attendance === null))
      return { villager: candidate, behind: person }
  }
  const [first] = listed
  if (first === undefined) throw new Error('no villager is listed')
  return { villager: first, behind: await signInOverHttp(url, first) }
}

/** The person's shift that is on. Where the last one has just ended, they take the next. */
async function onDuty(person: Person): Promise<MyShift> {
  const open = async () =>
    (await myShifts('now', person)).find(({ attendance }) => attendance === null)
  const already = await open()
  if (already !== undefined) return already
  const { items } = await person.get<{ items: Activity[] }>('/api/activities?scope=upcoming')
  for (const { activityId } of items) {
    const { shifts } = await person.get<Activity>(`/api/activities/${activityId}`)
    const soon = shifts.find(
      ({ startsAt, canSignUp }) => canSignUp.ok && Date.parse(startsAt) < Date.now() + 30 * 60_000,
    )
    if (soon === undefined) continue
    await person.post(`/api/shifts/${soon.shiftId}/sign-up`, {})
    const taken = await open()
    if (taken !== undefined) return taken
  }
  throw new Error('no shift is on that the villager could stand')
}

async function postOf({ activityId, shiftId }: MyShift): Promise<string> {
  const { shifts } = await behind.get<Activity>(`/api/activities/${activityId}`)
  const post = shifts.find((shift) => shift.shiftId === shiftId)?.postSubjectId
  if (!post) throw new Error('the shift stands at no post')
  return post
}

async function codeAt(post: string): Promise<string> {
  const committee = await signInOverHttp(url, await onePerson(url, 'committee'))
  return (await committee.get<{ code: string }>(`/api/posts/${post}/code`)).code
}

/** An activity to come with a single shift that the person may sign up for. */
async function anActivityToJoin(person: Person): Promise<Activity> {
  const { items } = await person.get<{ items: Activity[] }>('/api/activities?scope=upcoming')
  for (const { activityId } of items) {
    const activity = await person.get<Activity>(`/api/activities/${activityId}`)
    const [only, ...more] = activity.shifts
    if (only?.canSignUp.ok && more.length === 0) return activity
  }
  throw new Error('there is no activity to join')
}
