import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import sharp from 'sharp'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { look, openPhone } from './phone.ts'
import { onePerson, signInOverHttp, type Person } from './person.ts'
import { aPlateToRate, type Plate } from './plate-to-rate.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

const JOURNEY = 'offline'
const url = inject('villageUrl')

let browser: Browser
let phone: BrowserContext
let behind: Person
let plate: Plate

beforeAll(async () => {
  browser = await launchBrowser()
  const villager = await onePerson(url, 'villager')
  behind = await signInOverHttp(url, villager)
  plate = await aPlateToRate(url, behind)
  const { context, page } = await openPhone(browser, url)
  await signIn(page, villager)
  await page.close()
  phone = context
})

/** One that nobody has opened on this phone, and that this villager may rate. */
async function anotherPlate(): Promise<string> {
  const committee = await signInOverHttp(url, await onePerson(url, 'committee'))
  const { items } = await committee.get<{ items: { code: string }[] }>(
    '/api/plates?kind=plot&limit=100',
  )
  for (const { code } of items.toReversed()) {
    const { canRate, myRating } = await behind.get<Plate>(`/api/plates/${code}`)
    if (code !== plate.code && canRate.ok && myRating === null) return code
  }
  throw new Error('the villager has rated every other plot')
}

afterEach(async () => {
  await phone.setOffline(false)
})

afterAll(async () => {
  await browser.close()
})

describe('a visitor opens a page that is not on the phone', () => {
  it('is told so, and sees it once there is a network', async () => {
    // Without the worker, which would fetch the other pages whenever the phone is idle.
    const first = await browser.newContext({ baseURL: url, serviceWorkers: 'block' })
    const visit = await first.newPage()
    await visit.goto('/')
    await visit.getByRole('heading', { level: 1 }).waitFor()
    await first.setOffline(true)
    await visit.getByRole('link', { name: '扫一扫' }).click()
    await visit.getByRole('heading', { name: '这一页还没存到手机里' }).waitFor()
    await look(visit, JOURNEY, '00-not-kept')
    await first.setOffline(false)
    await visit.getByRole('heading', { name: '扫一扫' }).waitFor()
    await first.close()
  })
})

describe('a visitor chooses a photo while the program that makes it small cannot be loaded', () => {
  it('has it read as it is', async () => {
    const first = await browser.newContext({ baseURL: url, serviceWorkers: 'block' })
    const visit = await first.newPage()
    await visit.route('**/shrink-photo*', (route) => route.abort())
    await visit.goto('/#/scan')
    await visit.locator('input[type=file]').setInputFiles({
      name: 'IMG_2042.JPG',
      mimeType: 'image/jpeg',
      buffer: await aPhoneSPhoto(),
    })
    await visit.getByText('照片里没有认出码').waitFor({ timeout: 30_000 })
    await first.close()
  })
})

describe('somebody scans a plate for the first time', () => {
  it('has its page on the phone afterwards, though the worker came after it', async () => {
    const first = await browser.newContext({ baseURL: url })
    const visit = await first.newPage()
    await visit.goto(`/#/p/${plate.code}`)
    await visit.getByRole('heading', { level: 1 }).waitFor()
    const isKept = async (path: string) => (await caches.match(path)) !== undefined
    await expect
      .poll(() => visit.evaluate(isKept, `/api/plates/${plate.code}`), { timeout: 15_000 })
      .toBe(true)
    await first.close()
  })
})

it('a villager stands at a plate that the phone has never seen, without a network', async () => {
  const page = await phone.newPage()
  const other = await anotherPlate()

  await step('can rate it by its code, and is told what is not known yet', async () => {
    await page.goto('/#/')
    await untilAllKept(page)
    await phone.setOffline(true)
    await page.goto(`/p/${other}`)
    await page.getByText('这台手机也没看过这块牌子').waitFor()
    await look(page, JOURNEY, '00-unseen')
    await page.getByRole('link', { name: '先评上，连得上再送' }).click()
    await page.getByRole('radio', { name: /^4/ }).check({ force: true })
    await page.getByRole('button', { name: '评好了，交上去' }).click()
    await page.getByText('还没送出去，您的 4 星先存在这部手机上').waitFor()
  })

  await step('is sent when the network is back', async () => {
    await phone.setOffline(false)
    await expect
      .poll(async () => (await behind.get<Plate>(`/api/plates/${other}`)).myRating, {
        timeout: 30_000,
      })
      .toMatchObject({ stars: 4 })
    await page.close()
  })
})

it('a villager rates where there is no network', async () => {
  const page = await phone.newPage()

  await step('is told that the rating is kept', async () => {
    await page.goto(`/#/p/${plate.code}/rate`)
    await page.getByRole('radio', { name: /^5/ }).waitFor({ state: 'attached' })
    await untilAllKept(page)
    await phone.setOffline(true)
    await page.getByRole('radio', { name: /^5/ }).check({ force: true })
    await page.locator('input[type=file]').setInputFiles({
      name: 'IMG_2041.JPG',
      mimeType: 'image/jpeg',
      buffer: await aPhoneSPhoto(),
    })
    await page.getByText('照片先存在手机里').waitFor({ timeout: 60_000 })
    await look(page, JOURNEY, '01-photo-kept')
    await page.getByRole('button', { name: '评好了，交上去' }).click()
    await page.getByText('还没送出去，您的 5 星先存在这部手机上').waitFor()
    await look(page, JOURNEY, '01-kept')
  })

  await step('sees it waiting, also after the phone was switched off and on', async () => {
    await page.getByRole('link', { name: '看等着发送的' }).click()
    await page.getByRole('listitem').getByText('等着发送').waitFor()
    await look(page, JOURNEY, '02-waiting')
    await page.reload()
    await page.getByRole('listitem').getByText('等着发送').waitFor()
    const { stars } = await behind.get<Plate>(`/api/plates/${plate.code}`)
    expect(stars.count).toBe(plate.stars.count)
  })

  await step('is sent once when the network is back', async () => {
    await phone.setOffline(false)
    await expect
      .poll(async () => (await behind.get<Plate>(`/api/plates/${plate.code}`)).stars.count, {
        timeout: 30_000,
      })
      .toBe(plate.stars.count + 1)
    await page.getByRole('listitem').getByText('等着发送').waitFor({ state: 'hidden' })
    await look(page, JOURNEY, '03-sent')
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    const { stars, myRating } = await behind.get<Plate>(`/api/plates/${plate.code}`)
    expect(stars.count).toBe(plate.stars.count + 1)
    expect(myRating).toMatchObject({ stars: 5, photoFileId: expect.any(String) })
  })

  await step('has its photo on the plate’s page, upright', async () => {
    await page.goto(`/#/p/${plate.code}`)
    const picture = page.getByRole('img', { name: '评分时拍的照片' }).first()
    await picture.scrollIntoViewIfNeeded()
    const isDrawn = () =>
      picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)
    await expect.poll(isDrawn, { timeout: 15_000 }).toBe(true)
    const [width, height] = await picture.evaluate((image: HTMLImageElement) => [
      image.naturalWidth,
      image.naturalHeight,
    ])
    expect([width, height]).toEqual([1200, 1600])
    await look(page, JOURNEY, '04-photo-on-the-plate')
  })
})

/** Twelve megapixels and some megabytes, lying on its side, as telephones write it. */
async function aPhoneSPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const
  const pixels = { width: 4000, height: 3000, channels: 3 as const, background: '#386641', noise }
  return sharp({ create: pixels }).withMetadata({ orientation: 6 }).jpeg({ quality: 92 }).toBuffer()
}

/** The service worker keeps the pages that were not opened yet once the phone is idle. */
async function untilAllKept(page: Page): Promise<void> {
  const missing = () =>
    page.evaluate(async () => {
      const worker = await (await fetch('./sw.js')).text()
      const names = [...worker.matchAll(/"(assets\/[^"]+)"/g)].map((found) => String(found[1]))
      const kept = await Promise.all(names.map(async (name) => caches.match(name)))
      return names.filter((_, index) => kept[index] === undefined).length
    })
  await expect.poll(missing, { timeout: 60_000, interval: 500 }).toBe(0)
}

it('a villager claims of what is scarce where there is no network', async () => {
  const { open } = inject('offers')
  const page = await phone.newPage()
  const ownClaim = async () =>
    (await behind.get<{ ownClaim: object | null }>(`/api/offers/${open}`)).ownClaim

  await step(
    'is told that the claim is kept, and that what counts is when it arrives',
    async () => {
      await page.goto(`/#/offers/${open}`)
      await page.getByLabel('要多少').waitFor()
      await untilAllKept(page)
      await phone.setOffline(true)
      await page.getByLabel('要多少').fill('12')
      await page.getByLabel('最少多少才有用').fill('4')
      await page.getByRole('button', { name: '提交申请' }).click()
      await page.getByText('申请先存在这部手机上，联网后自动提交。').waitFor()
      expect(await page.getByText('请填数量。').count()).toBe(0)
      await look(page, JOURNEY, '05-claim-kept')
      expect(await ownClaim()).toBeNull()
    },
  )

  await step('finds it waiting after the phone was switched off and on', async () => {
    await page.getByRole('link', { name: '看等着发送的' }).click()
    await page.getByRole('listitem').getByText('等着发送').waitFor()
    await page.reload()
    await page.getByRole('listitem').getByText('等着发送').waitFor()
  })

  await step('is in the queue once when the network is back', async () => {
    await phone.setOffline(false)
    await expect
      .poll(ownClaim, { timeout: 30_000 })
      .toMatchObject({ wantedQuantity: 12_000, leastQuantity: 4_000 })
    await page.goto(`/#/offers/${open}`)
    await page.getByText('12 公斤').first().waitFor()
    await look(page, JOURNEY, '06-claim-sent')
    await page.close()
  })
})
