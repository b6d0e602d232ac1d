import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { onePerson, peopleOf, signInOverHttp } from './person.ts'
import { look, openPhone } from './phone.ts'
import { aPlateToRate } from './plate-to-rate.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

const JOURNEY = 'report-a-breach'
const WORDS = '地头的农药瓶扔在路边，好几天了。'
const url = inject('villageUrl')

let browser: Browser
let phone: BrowserContext

beforeAll(async () => {
  browser = await launchBrowser()
  const { context, page } = await openPhone(browser, url)
  await signIn(page, await onePerson(url, 'villager'))
  await page.close()
  phone = context
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

it('a villager reports a breach, the reported replies, and the committee decides', async () => {
  const page = await phone.newPage()

  await step('by its plate, and is told what will happen', async () => {
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

  await step(
    'and reads what came of earlier ones: one upheld, one dismissed on appeal',
    async () => {
      await page.goto('/#/me/reports')
      const mine = page.getByRole('list', { name: '我的反映' })
      await mine.getByText('不属实').waitFor()
      await look(page, JOURNEY, '03-mine')
      await mine.getByRole('link').filter({ hasText: '不属实' }).click()
      await page.getByText('监委会维持了决定。').waitFor()
      await look(page, JOURNEY, '04-dismissed')
    },
  )

  await step(
    'reads on Home until when to reply, then what is said and what it costs, and replies',
    async () => {
      const { page: theirs, context } = await as('villager', 1)
      await theirs.goto('/#/')
      await theirs.getByRole('link', { name: /有人反映您家/ }).waitFor()
      await look(theirs, JOURNEY, '04b-home')
      await theirs.goto('/#/me/reports?tab=reported')
      await theirs.getByRole('list', { name: '反映我家的' }).getByRole('link').first().click()
      await theirs.getByText('不告诉').waitFor()
      await theirs.getByRole('heading', { name: '要是属实' }).waitFor()
      await theirs
        .getByText(/改好了还 .* 分/)
        .first()
        .waitFor()
      await theirs.getByLabel('您这边的情况').fill('那是等着回收的，明天就清。')
      await look(theirs, JOURNEY, '05-reply')
      await theirs.getByRole('button', { name: '提交说明' }).click()
      await theirs.getByText('那是等着回收的，明天就清。').waitFor()
      await context.close()
    },
  )

  await step('dismisses it with reasons, and finds the upheld one with its deduction', async () => {
    const { page: desk, context } = await as('committee')
    await desk.goto('/#/workbench/reports?tab=settled')
    await desk.getByRole('link').filter({ hasText: '农膜和药瓶' }).first().click()
    await desk.getByText(/属实，违反“菜地农膜/).waitFor()
    await desk.getByRole('link', { name: '看这笔扣分' }).waitFor()
    await look(desk, JOURNEY, '06-upheld')
    await desk.goto('/#/workbench/reports')
    const waiting = desk.getByRole('list', { name: '等决定' }).getByRole('link')
    await waiting.first().click()
    await desk.getByRole('radio', { name: '不属实' }).waitFor()
    expect(await desk.locator('input[type=radio]:checked').count()).toBe(0)
    await desk.getByLabel('理由').fill('去看过了，已经清走。')
    await desk.getByRole('button', { name: '先选一个' }).click()
    await desk.getByText('请先选一个。').waitFor()
    await desk.getByRole('radio', { name: '不属实' }).check()
    await look(desk, JOURNEY, '07-decide')
    await desk.getByRole('button', { name: '决定：不属实' }).click()
    await desk.getByText('不属实，什么都不扣。').waitFor()
    expect(await desk.getByText('去看过了，已经清走。').isVisible()).toBe(true)
    await context.close()
  })
})

it('a report that names nobody', async () => {
  const page = await phone.newPage()

  await step('tells a place and a kind; told again it leads to the one that is open', async () => {
    for (const time of ['first', 'again'] as const) {
      await page.goto('/#/')
      await page.goto('/#/report')
      await page.getByRole('radio', { name: '不知道是谁' }).check()
      await page.getByLabel('在哪里').fill('老桥下面')
      await page.getByLabel('是哪一类事').selectOption({ index: 1 })
      await page.getByLabel('看到了什么').fill('早上看见一车垃圾倒在这里。')
      await look(page, JOURNEY, `08-place-${time}`)
      await page.getByRole('button', { name: '实名反映' }).click()
      if (time === 'first') await page.getByText(/村委会最晚.*查出是谁/).waitFor()
      else await page.getByRole('link', { name: '看那一条' }).waitFor()
    }
    await look(page, JOURNEY, '09-same')
    await page.getByRole('link', { name: '看那一条' }).click()
    await page.getByText(/还不知道是谁，村委会最晚/).waitFor()
    await look(page, JOURNEY, '10-unassigned')
  })

  await step('is named by the committee, which does not read who reported before', async () => {
    const { page: desk, context } = await as('committee')
    await desk.goto('/#/workbench/reports?tab=unassigned')
    await desk.getByRole('link').filter({ hasText: '老桥下面' }).first().click()
    await desk.getByText('查到当事人以后才给承办的人看').waitFor()
    await desk.getByRole('radio', { name: '查不到' }).check()
    await desk.getByLabel('理由').fill('问了三户，没人看见。')
    await look(desk, JOURNEY, '11-find')
    await context.close()
  })

  await step('is withdrawn by who reported', async () => {
    await page.getByRole('button', { name: '撤回这条反映' }).click()
    await page.getByLabel('为什么撤回').fill('看错了地方。')
    await look(page, JOURNEY, '12-withdraw')
    await page.getByRole('button', { name: '撤回', exact: true }).click()
    await page.getByText('不再处理').waitFor()
    await look(page, JOURNEY, '13-withdrawn')
  })
})
