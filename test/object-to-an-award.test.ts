import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { look, openPhone } from './phone.ts'
import { onePerson, peopleOf, signInOverHttp, type SignIn } from './person.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

interface Noticed {
  readonly awards: readonly {
    readonly awardId: string
    readonly isOwnHousehold: boolean
    readonly canObject: { readonly ok: boolean }
  }[]
}

interface AwardAnswer {
  readonly person: { readonly name: string }
  readonly evidence: readonly { readonly text: string }[]
}

interface ObjectionAnswer {
  readonly items: readonly { readonly objectionId: string; readonly canAnswer: { ok: boolean } }[]
}

/** What is objected to: a line of a notice. */
interface Line {
  readonly noticeId: string
  readonly awardId: string
}

const JOURNEY = 'object-to-an-award'
const WORDS = '那天下午我在场，是两家一起做的。'
const REASONS = '照片和受助的那家都证实是本人做的。'
const url = inject('villageUrl')

let browser: Browser
let page: Page
let villager: SignIn
let line: Line

beforeAll(async () => {
  browser = await launchBrowser()
  villager = await onePerson(url, 'villager')
  line = await lineToObjectTo()
  page = (await openPhone(browser, url)).page
  await signIn(page, villager)
})

afterAll(async () => {
  await browser.close()
})

/**
 * A line of the newest notices that is another household's, and that a member of the committee may
 * answer for: of the two whom visitors play, at most one had a part in the deed.
 */
async function lineToObjectTo(): Promise<Line> {
  const behind = await signInOverHttp(url, villager)
  const committee = await peopleOf(url, 'committee', 2)
  const member = await signInOverHttp(url, await onePerson(url, 'committee'))
  const { session } = await behind.get<{ session: { village: { villageId: string } } }>(
    '/api/session',
  )
  const { items } = await behind.get<{ items: readonly { noticeId: string }[] }>(
    `/api/villages/${session.village.villageId}/notices`,
  )
  for (const { noticeId } of items) {
    const { awards } = await behind.get<Noticed>(`/api/notices/${noticeId}/awards`)
    for (const { awardId, isOwnHousehold, canObject } of awards) {
      if (isOwnHousehold || !canObject.ok) continue
      const { person, evidence } = await member.get<AwardAnswer>(`/api/awards/${awardId}`)
      const told = [person.name, ...evidence.map(({ text }) => text)].join(' ')
      if (committee.every(({ name }) => !told.includes(name))) return { noticeId, awardId }
    }
  }
  throw new Error('nothing on the notices can be objected to')
}

it('a villager objects to a line of a notice, and the committee answers', async () => {
  await step('finds the line and says what is wrong', async () => {
    await page.goto(`/#/notices/${line.noticeId}`)
    await page.getByRole('link', { name: '我有异议' }).waitFor()
    await look(page, JOURNEY, '01-notice')
    await page.getByRole('link', { name: '我有异议' }).click()
    await page.getByRole('heading', { name: '对哪一条有异议' }).waitFor()
    const lines = page.getByRole('list', { name: '对哪一条有异议' }).getByRole('listitem')
    await lines.first().waitFor()
    const all = await lines.count()
    await page.getByLabel('找一条').fill('1')
    await look(page, JOURNEY, '02-found')
    const found = await lines.count()
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThan(all)
    expect(await lines.filter({ hasText: /^1\. / }).count()).toBe(found)
    await page.getByLabel('找一条').fill('')
    const chosen = page.locator(`a[href*="/awards/${line.awardId}/object"]`)
    await chosen.waitFor()
    await chosen.click()
    await page.getByLabel('哪里不对').fill(WORDS)
    await look(page, JOURNEY, '03-words')
    await page.getByRole('button', { name: '提出异议' }).click()
    await page.getByText(/异议已经提出，最晚/).waitFor()
    await look(page, JOURNEY, '04-raised')
    await page.goto(`/#/notices/${line.noticeId}`)
    await page
      .getByText(/笔有异议/)
      .first()
      .waitFor()
    await page.getByText(/^\d{4}-\d{3}$/).waitFor()
    await look(page, JOURNEY, '05-disputed')
  })

  await step('finds it again among the own ones, with its deadline', async () => {
    await page.goto('/#/me/objections')
    await page.getByText('等答复').first().waitFor()
    await page.getByRole('list', { name: '我的异议' }).getByRole('link').first().click()
    await page.getByText(WORDS).waitFor()
    await look(page, JOURNEY, '06-objection')
  })

  await step('a member without a part in it, from the inbox, with reasons', async () => {
    const member = await memberWhoMayAnswer()
    const { page: desk, context } = await openPhone(browser, url)
    await signIn(desk, member.person)
    await desk.goto('/#/workbench')
    await desk
      .getByRole('link', { name: /答复异议/ })
      .first()
      .waitFor()
    await desk.goto('/#/workbench/objections')
    await desk.getByRole('list', { name: '等答复' }).getByRole('link').first().waitFor()
    await look(desk, JOURNEY, '08-open')
    await desk.goto(`/#/workbench/objections/${member.objectionId}`)
    // Nothing is chosen for whoever judges.
    await desk.getByRole('heading', { name: '答复这个异议' }).waitFor()
    expect(await desk.getByRole('radio', { checked: true }).count()).toBe(0)
    await desk.getByRole('radio', { name: '更正' }).check()
    expect(await desk.getByRole('button', { name: /答复/ }).count()).toBe(1)
    const amount = desk.getByLabel('数量')
    await amount.fill(String(Number(await amount.inputValue()) + 1))
    await desk.getByText(/异议成立：原来 .*分，更正后 .*分/).waitFor()
    await look(desk, JOURNEY, '09-correct')
    await desk.getByRole('radio', { name: '不成立' }).check()
    await desk.getByLabel('理由').fill(REASONS)
    await look(desk, JOURNEY, '10-refuse')
    await desk.getByRole('button', { name: '答复：不成立' }).click()
    await desk.getByText('异议不成立，这笔得分不变。').waitFor()
    await context.close()
  })

  await step('and the villager reads why', async () => {
    await page.reload()
    await page.getByText(REASONS).waitFor()
    await look(page, JOURNEY, '11-answered')
    expect(await page.getByText('异议不成立，这笔得分不变。').isVisible()).toBe(true)
  })
})

/** A member of the committee of neither household who had no part in the deed. */
async function memberWhoMayAnswer(): Promise<{ person: SignIn; objectionId: string }> {
  const objectionId = new URL(page.url()).hash.split('/').at(-1) ?? ''
  for (const person of await peopleOf(url, 'committee')) {
    const behind = await signInOverHttp(url, person)
    const { items } = await behind.get<ObjectionAnswer>('/api/objections')
    const found = items.find((one) => one.objectionId === objectionId)
    if (found?.canAnswer.ok) return { person, objectionId }
  }
  throw new Error('nobody of the demonstration’s committee may answer')
}
