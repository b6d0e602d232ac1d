import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { onePerson, signInOverHttp, type Person } from './person.ts'
import { look, openPhone } from './phone.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

const JOURNEY = 'claim-and-take-a-turn'
const url = inject('villageUrl')
const { closing, open } = inject('offers')
/** The list is announced and drawn by jobs of every minute, mostly while other journeys go on. */
const DRAWN_WITHIN_MILLISECONDS = 180_000

let browser: Browser
let page: Page
let claimer: Person
let villageId: string

beforeAll(async () => {
  browser = await launchBrowser()
  const technician = await onePerson(url, 'technician')
  claimer = await signInOverHttp(url, technician)
  const { session } = await claimer.get<{ session: { village: { villageId: string } } }>(
    '/api/session',
  )
  villageId = session.village.villageId
  page = (await openPhone(browser, url)).page
  await signIn(page, technician)
})

afterAll(async () => {
  await browser.close()
})

const linkTo = (offerId: string) => page.locator(`a[href="#/offers/${offerId}"]`)

async function untilDrawn(): Promise<void> {
  const deadline = Date.now() + DRAWN_WITHIN_MILLISECONDS
  while (Date.now() < deadline) {
    const { state } = await claimer.get<{ state: string }>(`/api/offers/${closing}`)
    if (state === 'drawn') return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('the queue was not drawn')
}

it('a household that wants some of what is scarce', { timeout: 240_000 }, async () => {
  await step('claims, with the least that is of use, and finds it under its own', async () => {
    await page.goto('/#/')
    await page.getByRole('link', { name: /^机会/ }).click()
    await linkTo(open).click()
    await page.getByLabel('要多少').fill('30')
    await page.getByLabel('最少多少才有用').fill('5')
    await look(page, JOURNEY, '01-claim')
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByText('申请已登记。').waitFor()
    await page.getByText('30 公斤').first().waitFor()
    const { ownClaim } = await claimer.get<{ ownClaim: unknown }>(`/api/offers/${open}`)
    expect(ownClaim).toMatchObject({ wantedQuantity: 30_000, leastQuantity: 5_000 })
  })

  await step('is called once the list is drawn, which anybody can work out again', async () => {
    await untilDrawn()
    await page.goto(`/#/v/${villageId}/offers/${closing}`)
    await page.getByText('自己核对').click()
    await page.getByText(/^[0-9a-f]{64}$/).waitFor()
    await look(page, JOURNEY, '02-queue')
    await page.goto('/#/')
    await linkTo(closing).filter({ hasText: '轮到您家了：青菜 100 公斤先卖' }).click()
  })

  await step('reads why its turn is where it is, and takes it', async () => {
    await page.getByRole('heading', { name: '您家的轮次' }).waitFor()
    await page.getByText(/^排第 1 位：荣誉分/).waitFor()
    await page.getByRole('radio', { name: '全要' }).check()
    await look(page, JOURNEY, '03-turn')
    await page.getByRole('button', { name: '我家要' }).click()
    await page.getByText('您家要了').waitFor()
    await page.getByText(/^排第 1 位：荣誉分/).waitFor()
    await look(page, JOURNEY, '04-taken')
    await page.goto('/#/')
    await page.getByRole('heading', { name: '等着您的事' }).waitFor()
    expect(await linkTo(closing).count()).toBe(0)
  })
})
