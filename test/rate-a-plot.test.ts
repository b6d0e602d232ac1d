import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { look, openPhone } from './phone.ts'
import { onePerson, signInOverHttp, type Person, type SignIn } from './person.ts'
import { aPlateToRate, type Plate } from './plate-to-rate.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

interface Rank {
  readonly rank: number | null
  readonly pointsHundredths: number
}

const JOURNEY = 'rate-a-plot'
const url = inject('villageUrl')

let browser: Browser
let page: Page
let villager: SignIn
let behind: Person
let plate: Plate

beforeAll(async () => {
  browser = await launchBrowser()
  villager = await onePerson(url, 'villager')
  behind = await signInOverHttp(url, villager)
  plate = await aPlateToRate(url, behind)
  page = (await openPhone(browser, url)).page
})

afterAll(async () => {
  await browser.close()
})

it('a villager rates a plot', async () => {
  let before: Rank
  let awardPath: string

  await step('signs in with telephone and code', async () => {
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look(page, JOURNEY, '00-before-sign-in')
    await signIn(page, villager, JOURNEY)
    await page.getByText('我家荣誉积分').waitFor()
    await look(page, JOURNEY, '03-home')
  })

  await step('types the code on the plate and sees what it is', async () => {
    before = await myRank()
    await page.getByRole('link', { name: '我要评' }).click()
    await page.getByRole('textbox', { name: '牌号' }).fill(plate.code.toLowerCase())
    await look(page, JOURNEY, '04-type-the-code')
    await page.getByRole('button', { name: '打开' }).click()
    await page.getByRole('heading', { level: 1, name: plate.subject.label }).waitFor()
    await page.getByRole('link', { name: '我要评' }).last().waitFor()
    await look(page, JOURNEY, '05-plate')
  })

  await step('is told when the code cannot be one', async () => {
    await page.goto('/#/rate')
    await page.getByRole('textbox', { name: '牌号' }).fill('K7Q')
    await page.getByRole('button', { name: '打开' }).click()
    await page.getByText('牌号不对').waitFor()
    await look(page, JOURNEY, '06-wrong-code')
  })

  await step('gives four stars and a few words, which survive a reload', async () => {
    await page.goto(`/#/p/${plate.code}`)
    await page.getByRole('main').getByRole('link', { name: '我要评' }).click()
    await page.getByRole('radio', { name: /^4/ }).check({ force: true })
    await page.getByLabel('说两句').fill('菜畦整齐，水沟也清了。')
    await look(page, JOURNEY, '07-rate')
    await page.reload()
    expect(await page.getByLabel('说两句').inputValue()).toBe('菜畦整齐，水沟也清了。')
    expect(await page.getByRole('radio', { name: /^4/ }).isChecked()).toBe(true)
    await page.getByRole('button', { name: '评好了，交上去' }).click()
    await page.getByText('记下了，您评了 4 星。').waitFor()
    await page.getByRole('link', { name: '看这笔积分' }).waitFor()
    await look(page, JOURNEY, '08-given')
    const { stars } = await behind.get<Plate>(`/api/plates/${plate.code}`)
    expect(stars.count).toBe(plate.stars.count + 1)
  })

  await step('opens the award and sees every stage with its reason', async () => {
    await page.getByRole('link', { name: '看这笔积分' }).click()
    await page.getByRole('list', { name: /怎么算/ }).waitFor()
    awardPath = new URL(page.url()).hash.slice(1)
    await look(page, JOURNEY, '09-award')
    const award = await behind.get<{
      stages: { sentence: string; afterHundredths: number }[]
      pointsHundredths: number
    }>(`/api${awardPath}`)
    expect(award.stages.length).toBeGreaterThan(0)
    expect(award.stages.at(-1)?.afterHundredths).toBe(award.pointsHundredths)
    for (const { sentence } of award.stages)
      await page.getByText(sentence, { exact: true }).first().waitFor()
  })

  await step('sees the own rank, with the award counted', async () => {
    const { pointsHundredths } = await behind.get<{ pointsHundredths: number }>(`/api${awardPath}`)
    await expect
      .poll(async () => (await myRank()).pointsHundredths, { timeout: 15_000 })
      .toBe(before.pointsHundredths + pointsHundredths)
    const { rank } = await myRank()
    await page.goto('/#/')
    await page.reload()
    await page.getByText('本月名次').waitFor()
    await look(page, JOURNEY, '10-home-after')
    await page.getByRole('navigation').getByRole('link', { name: '榜' }).click()
    await page.getByRole('region', { name: '我家' }).getByText(`第 ${rank}`).first().waitFor()
    await look(page, JOURNEY, '11-board')
    await page.goto('/#/me')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('link', { name: '积分' }).first().waitFor()
    await look(page, JOURNEY, '12-mine')
  })
})

async function myRank(): Promise<Rank> {
  return behind.get<Rank>('/api/me/rank?board=households&period=month')
}
