import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Browser, BrowserContext } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { look, openPhone } from './phone.ts'
import { onePerson, peopleOf, signInOverHttp, type Person } from './person.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

interface Inbox {
  readonly items: readonly { readonly kind: string; readonly id: string | null }[]
}

interface Activity {
  readonly activityId: string
  readonly title: string
  readonly state: string
  readonly may: { readonly decide: boolean }
  readonly shifts: readonly { readonly shiftId: string }[]
}

interface Attendee {
  readonly name: string | null
  readonly attendanceId: string | null
  readonly leaderScore: number | null
  readonly canScore: boolean
}

const JOURNEY = 'decide-as-committee'
const url = inject('villageUrl')

let browser: Browser
let phone: BrowserContext
let behind: Person

beforeAll(async () => {
  browser = await launchBrowser()
  const member = await onePerson(url, 'committee')
  behind = await signInOverHttp(url, member)
  const { context, page } = await openPhone(browser, url)
  await signIn(page, member)
  await page.close()
  phone = context
})

afterAll(async () => {
  await browser.close()
})

it('a committee member decides a proposal', async () => {
  const page = await phone.newPage()
  await page.goto('/')

  await step('sees in the workbench what waits, by deadline', async () => {
    await page.getByRole('link', { name: '工作台' }).first().click()
    await page.getByRole('heading', { name: '等您办的' }).waitFor()
    await page
      .getByRole('link', { name: /审活动/ })
      .first()
      .waitFor()
    await look(page, JOURNEY, '01-workbench')
  })

  await step('reads it and approves it', async () => {
    const proposal = await firstOf('activity_to_decide', ({ may }) => may.decide)
    await page.getByRole('link', { name: `审活动：${proposal.title}` }).click()
    await page.getByRole('heading', { level: 1, name: proposal.title }).waitFor()
    await look(page, JOURNEY, '02-proposal')
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0)
    await page.getByRole('radio', { name: '批准' }).check()
    await page.getByRole('button', { name: '批准这个活动' }).click()
    await page.getByText('已批准，村民可以报名了。').waitFor()
    await look(page, JOURNEY, '03-approved')
    const { state } = await behind.get<Activity>(`/api/activities/${proposal.activityId}`)
    expect(state).toBe('approved')
  })
})

it('a committee member scores and closes an activity that is over', async () => {
  const page = await phone.newPage()
  let activity: Activity

  await step('opens it from the workbench and sees who came', async () => {
    activity = await firstOf('scores_due')
    await page.goto('/#/workbench')
    await page
      .getByRole('link', { name: new RegExp(activity.title) })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: activity.title }).waitFor()
    await page.getByRole('button', { name: /^评分/ }).first().waitFor()
    await look(page, JOURNEY, '04-who-came')
  })

  await step('scores everybody who came', async () => {
    const due = (await attendees(activity)).filter(isDue)
    expect(due.length).toBeGreaterThan(0)
    for (const [index, { name, canScore }] of due.entries()) {
      // The own household is scored by another member of the committee.
      if (!canScore) continue
      await page.getByRole('button', { name: `评分 · ${name}` }).click()
      const sheet = page.getByRole('dialog')
      await sheet.getByRole('radio', { name: index === 0 ? /^5/ : /^4/ }).check({ force: true })
      if (index === 0) {
        await sheet.getByLabel('说一句').fill('来得早，擦得干净。')
        await look(page, JOURNEY, '05-score')
      }
      await sheet.getByRole('button', { name: '记下评分' }).click()
      await sheet.waitFor({ state: 'hidden' })
    }
    await scoreTheRest(activity)
    expect((await attendees(activity)).filter(isDue)).toEqual([])
  })

  await step('closes it; everybody gets an award that awaits public notice', async () => {
    await page.reload()
    await page.getByRole('button', { name: '结束活动，给大家算分' }).waitFor()
    await look(page, JOURNEY, '06-before-closing')
    await page.getByRole('button', { name: '结束活动，给大家算分' }).click()
    await page.getByText('等公示后入账').waitFor()
    await look(page, JOURNEY, '07-closed')
    const { state } = await behind.get<Activity>(`/api/activities/${activity.activityId}`)
    expect(state).toBe('closed')
  })

  await step('publishes the awards, and everybody can read the notice', async () => {
    await page.goto('/#/workbench/notices')
    await page.getByRole('button', { name: '全部发布公示' }).waitFor()
    await look(page, JOURNEY, '08-to-publish')
    await page.getByRole('button', { name: '全部发布公示' }).click()
    await page.getByRole('button', { name: '公示', exact: true }).click()
    await page.getByRole('link', { name: '看公示单' }).click()
    await page.getByRole('table').first().waitFor()
    await look(page, JOURNEY, '09-notice')
  })
})

/** The activity behind the first thing of a kind in the inbox. */
async function firstOf(
  kind: string,
  fits: (activity: Activity) => boolean = () => true,
): Promise<Activity> {
  const { items } = await behind.get<Inbox>('/api/workbench/inbox')
  for (const { id } of items.filter((item) => item.kind === kind)) {
    const activity = await behind.get<Activity>(`/api/activities/${id}`)
    if (fits(activity)) return activity
  }
  throw new Error(`nothing of the kind ${kind} waits`)
}

async function attendees(
  { shifts }: Activity,
  reader: Person = behind,
): Promise<readonly Attendee[]> {
  const lists = await Promise.all(
    shifts.map(({ shiftId }) =>
      reader.get<{ items: Attendee[] }>(`/api/shifts/${shiftId}/attendance`),
    ),
  )
  return lists.flatMap(({ items }) => items)
}

function isDue({ attendanceId, leaderScore }: Attendee): boolean {
  return attendanceId !== null && leaderScore === null
}

/** What this member may not score, the other one does. */
async function scoreTheRest(activity: Activity): Promise<void> {
  const [, other] = await peopleOf(url, 'committee', 2)
  if (other === undefined) throw new Error('the demonstration lists one committee member only')
  const second = await signInOverHttp(url, other)
  for (const { attendanceId } of (await attendees(activity, second)).filter(isDue))
    await second.post(`/api/attendances/${attendanceId}/score`, { score: 4, words: null })
}
