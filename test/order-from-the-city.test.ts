import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { look, openPhone } from './phone.ts'
import { onePerson, peopleOf, signInOverHttp } from './person.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

const JOURNEY = 'order-from-the-city'
const DAY = 86_400_000
/** The demonstration's customer, who stands on no roster. */
const PHONE = '198 0000 0002'
const url = inject('villageUrl')
/** So that it can be walked again in the same village: a weight of its own. */
const netGrams = 300 + (Date.now() % 97)
const name = `小包青菜${netGrams}`

let browser: Browser
let villageId: string

interface Lots {
  readonly lots: readonly { lotId: string; crop: string; leftGrams: number; isHeld: boolean }[]
}

beforeAll(async () => {
  browser = await launchBrowser()
  await offerPacks()
})
afterAll(() => browser.close())

/** Four packs on sale, and hours in which they are fetched. */
async function offerPacks(): Promise<void> {
  const technician = await signInOverHttp(url, await onePerson(url, 'technician'))
  const committee = await signInOverHttp(url, await onePerson(url, 'committee'))
  const { session } = await committee.get<{ session: { village: { villageId: string } } }>(
    '/api/session',
  )
  villageId = session.village.villageId
  const { lots } = await technician.get<Lots>('/api/harvest-lots')
  const lot = lots.find(({ isHeld, leftGrams }) => !isHeld && leftGrams > 4 * netGrams)
  if (lot === undefined) throw new Error('there is no lot to pack')
  const from = (days: number) => new Date(Date.now() + days * DAY).toISOString()
  await technician.post('/api/packings', {
    lots: [{ lotId: lot.lotId, grams: 4 * netGrams }],
    packs: [{ grams: netGrams, count: 4 }],
    lossGrams: 0,
    lossBecause: null,
    bestBefore: from(8).slice(0, 10),
  })
  const product = { crop: lot.crop, netGrams, nameZh: name, nameEn: null, priceFen: 460 }
  const { productId } = await technician.post<{ productId: string }>(
    '/api/market/products',
    product,
  )
  await committee.post(`/api/market/products/${productId}/confirm`, {})
  const point = { kind: 'pick_up', name: `东门${netGrams}`, place: '城西路 18 号' }
  const { pointId } = await committee.post<{ pointId: string }>('/api/market/points', point)
  const hours = { ordersUntil: from(1), startsAt: from(2), endsAt: from(2.1), capacity: 9 }
  await committee.post('/api/market/slots', { pointId, ...hours })
}

it(
  'somebody of the city orders, pays, and fetches it by a code',
  { timeout: 240_000 },
  async () => {
    const { page } = await openPhone(browser, url)
    await step('chooses', () => choose(page))
    await step('proves the telephone', () => prove(page))
    await step('orders and pays', () => orderAndPay(page))
    const code = await step('gets a code', () => codeOf(page))
    await step('fetches it', () => fetchIt(code))
    await step('sees that it was handed over', async () => {
      await page.reload()
      await page.getByText('已交货，谢谢。').waitFor()
      await look(page, JOURNEY, '07-handed-over')
    })
  },
)

async function choose(page: Page): Promise<void> {
  await page.goto(`/#/market/${villageId}`)
  const more = page.getByRole('button', { name: `加一包${name}` })
  await more.click()
  await more.click()
  await look(page, JOURNEY, '01-market')
  await page.getByRole('region', { name: '篮子' }).getByText('¥9.20').waitFor()
  await page.getByRole('link', { name: '去下单' }).click()
}

async function prove(page: Page): Promise<void> {
  await page.getByLabel('手机号').fill(PHONE)
  await look(page, JOURNEY, '02-telephone')
  await page.getByRole('button', { name: '发送验证码' }).click()
  await page.getByLabel('验证码', { exact: true }).fill('246810')
  await page.getByRole('button', { name: '确认', exact: true }).click()
}

async function orderAndPay(page: Page): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`东门${netGrams}`) }).check()
  await page.getByLabel('怎么称呼您').fill('王小明')
  await look(page, JOURNEY, '03-order')
  await page.getByRole('button', { name: /下单并付款/ }).click()
  await page.waitForURL(/pay-sandbox/)
  await page.getByRole('button', { name: /支付 ¥9\.20/ }).click()
  await page.getByText('已支付').waitFor()
  await page.getByRole('link', { name: /回到商家/ }).click()
}

async function codeOf(page: Page): Promise<string> {
  await page.getByRole('heading', { name: '取货码' }).waitFor()
  await look(page, JOURNEY, '04-paid')
  return (await page.locator('.market-code').textContent()) ?? ''
}

async function fetchIt(code: string): Promise<void> {
  expect(code).toMatch(/^\d{6}$/)
  const [keeper] = await peopleOf(url, 'committee', 1)
  if (keeper === undefined) throw new Error('nobody keeps the market')
  const { page } = await openPhone(browser, url)
  await signIn(page, keeper)
  await page.goto('/#/workbench/market/hand-over')
  await page.getByLabel('取货码或订单号').fill(code)
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByText('给 王×明').waitFor()
  await look(page, JOURNEY, '05-hand-over')
  await page.getByRole('button', { name: '交货', exact: true }).click()
  await page.getByText('已交货。').waitFor()
  await look(page, JOURNEY, '06-given')
}
