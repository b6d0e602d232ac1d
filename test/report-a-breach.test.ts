import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { onePerson, peopleOf, signInOverHttp } from './person.ts'
import { look, openPhone } from './phone.ts'
import { aPlateToRate } from './plate-to-rate.ts'
import { signIn } from './sign-in.ts'

const JOURNEY = 'report-a-breach'
const WORDS = '地头的农药瓶扔在路边，好几天了。'
const url = inject('villageUrl')

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = (await openPhone(browser, url)).page
  await signIn(page, await onePerson(url, 'villager'))
})

afterAll(async () => {
  await browser.close()
})

async function as(role: string, index = 0): Promise<{ page: Page; context: BrowserContext }> {
  const opened = await openPhone(browser, url)
  const person = (await peopleOf(url, role, index + 1))[index]
  if (person === undefined) throw new Error(`the demonstration lists too few of ${role}`)
  await signIn(opened.page, person)
  return opened
}

describe('a villager reports a breach', () => {
  it('by its plate, and is told what will happen', async () => {
    const behind = await signInOverHttp(url, await onePerson(url, 'villager'))
    const { code } = await aPlateToRate(url, behind)
    await page.goto(`/#/p/${code}`)
    await page.getByRole('link', { name: '我要报' }).click()
    await page.getByLabel('看到了什么').fill(WORDS)
    await look(page, JOURNEY, '01-report')
    await page.getByRole('button', { name: '实名反映' }).click()
    await page.getByText(/已经反映。对方在/).waitFor()
    await look(page, JOURNEY, '02-reported')
  })

  it('and reads what came of earlier ones: one upheld, one dismissed on appeal', async () => {
    await page.goto('/#/me/reports')
    const mine = page.getByRole('list', { name: '我的反映' })
    await mine.getByText('不属实').waitFor()
    await look(page, JOURNEY, '03-mine')
    await mine.getByRole('link').filter({ hasText: '不属实' }).click()
    await page.getByText('监委会维持了决定。').waitFor()
    await look(page, JOURNEY, '04-dismissed')
  })
})

describe('the reported', () => {
  it('reads what is said, not by whom, and replies', async () => {
    const { page: theirs, context } = await as('villager', 1)
    await theirs.goto('/#/me/reports?tab=reported')
    await theirs.getByRole('list', { name: '反映我家的' }).getByRole('link').first().click()
    await theirs.getByText('不告诉').waitFor()
    await theirs.getByLabel('您这边的情况').fill('那是等着回收的，明天就清。')
    await look(theirs, JOURNEY, '05-reply')
    await theirs.getByRole('button', { name: '提交说明' }).click()
    await theirs.getByText('那是等着回收的，明天就清。').waitFor()
    await context.close()
  })
})

describe('the committee', () => {
  it('dismisses it with reasons, and finds the upheld one with its deduction', async () => {
    const { page: desk, context } = await as('committee')
    await desk.goto('/#/workbench/reports?tab=settled')
    await desk.getByRole('link').filter({ hasText: '农膜和药瓶' }).first().click()
    await desk.getByText(/属实，违反“菜地农膜/).waitFor()
    await desk.getByRole('link', { name: '看这笔扣分' }).waitFor()
    await look(desk, JOURNEY, '06-upheld')
    await desk.goto('/#/workbench/reports')
    const waiting = desk.getByRole('list', { name: '等决定' }).getByRole('link')
    await waiting.first().click()
    await desk.getByLabel('理由').fill('去看过了，已经清走。')
    await look(desk, JOURNEY, '07-decide')
    await desk.getByRole('button', { name: '决定：不属实' }).click()
    await desk.getByText('不属实，什么都不扣。').waitFor()
    expect(await desk.getByText('去看过了，已经清走。').isVisible()).toBe(true)
    await context.close()
  })
})
