import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { look, openPhone } from './phone.ts'
import { onePerson, peopleOf, signInOverHttp, type SignIn } from './person.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

interface Session {
  readonly session: { readonly person: { readonly personId: string } }
}

const JOURNEY = 'spend-a-voucher'
/** So that it can be walked again in the same village. */
const mark = String(Date.now()).slice(-4)
const MERCHANT = `溪口豆腐坊${mark}`
const VOUCHER = `豆腐坊两元券${mark}`
const url = inject('villageUrl')

let browser: Browser
let first: SignIn
let second: SignIn
let buyer: SignIn

beforeAll(async () => {
  browser = await launchBrowser()
  const [one, other] = await peopleOf(url, 'committee', 2)
  if (one === undefined || other === undefined) throw new Error('no two of the committee')
  first = one
  second = other
  buyer = await somebodyWithPoints()
})

afterAll(async () => {
  await browser.close()
})

async function somebodyWithPoints(): Promise<SignIn> {
  for (const person of await peopleOf(url, 'villager', 2)) {
    const phone = await signInOverHttp(url, person)
    const { walletHundredths } = await phone.get<{ walletHundredths: number }>('/api/vouchers')
    if (walletHundredths >= 100) return person
  }
  throw new Error('nobody has points to spend')
}

async function phoneOf(person: SignIn): Promise<Page> {
  const { page } = await openPhone(browser, url)
  await signIn(page, person)
  return page
}

/** Somebody who takes vouchers for the merchant from now on. */
async function tillOf(person: SignIn): Promise<Page> {
  const cadre = await signInOverHttp(url, first)
  const { items } = await cadre.get<{ items: { merchantId: string; name: string }[] }>(
    '/api/merchants',
  )
  const merchant = items.find(({ name }) => name === MERCHANT)
  const { session } = await (await signInOverHttp(url, person)).get<Session>('/api/session')
  const who = { personId: session.person.personId }
  await cadre.post(`/api/merchants/${merchant?.merchantId}/people`, { who })
  const page = await phoneOf(person)
  await page.goto('/#/till')
  await page.getByRole('heading', { level: 1, name: '收券' }).waitFor()
  return page
}

it('a voucher goes from a telephone to a merchant, once', { timeout: 240_000 }, async () => {
  const desk = await phoneOf(first)

  await step('enters a merchant, and somebody of elsewhere who takes vouchers for it', async () => {
    await desk.goto('/#/workbench/vouchers/merchants')
    await desk.getByLabel('名称', { exact: true }).fill(MERCHANT)
    await desk.getByLabel('在哪儿').fill('溪口桥头')
    await desk.getByRole('button', { name: '登记商户' }).click()
    await desk.getByText('登记好了。下面给它添一个收券的人。').waitFor()
    await desk.getByLabel('给哪家商户').first().selectOption({ label: MERCHANT })
    await desk.getByRole('radio', { name: '外面的人' }).check()
    await desk.getByLabel('姓名').fill('豆阿姨')
    await desk.getByLabel('手机号').fill(`1980000${mark}`)
    await look(desk, JOURNEY, '01-merchant')
    await desk.getByRole('button', { name: '添收券的人' }).click()
    await desk.getByText('添好了').waitFor()
  })

  await step('proposes a kind of voucher, which a second person confirms', async () => {
    await desk.goto('/#/workbench/vouchers')
    await desk.getByRole('link', { name: '添一种消费券' }).click()
    await desk.getByLabel('名称', { exact: true }).fill(VOUCHER)
    await desk.getByLabel('换一张要几分').fill('1')
    await desk.getByLabel('面值（元）').fill('2')
    await desk.getByLabel('用哪笔经费').selectOption({ index: 1 })
    await desk.getByLabel(MERCHANT).check()
    await look(desk, JOURNEY, '02-kind')
    await desk.getByRole('button', { name: '发起', exact: true }).click()
    await desk.getByText(VOUCHER).first().waitFor()
    const other = await phoneOf(second)
    await other.goto('/#/workbench/vouchers')
    await other.getByRole('button', { name: `确认上架${VOUCHER}` }).click()
    await other.getByRole('button', { name: `确认上架${VOUCHER}` }).waitFor({ state: 'detached' })
    await look(other, JOURNEY, '03-desk')
  })

  const shown = await phoneOf(buyer)
  const code = await step('is had for points, and shown as a code', async () => {
    await shown.goto('/#/me')
    await shown.getByRole('link', { name: '消费券' }).click()
    await shown.getByRole('button', { name: `换一张${VOUCHER}` }).click()
    await look(shown, JOURNEY, '04-sure')
    await shown.getByRole('button', { name: '用 1 分换' }).click()
    await shown.getByText('换好了').waitFor()
    await shown.getByRole('link', { name: VOUCHER }).first().click()
    const typed = shown.locator('.voucher-code__typed')
    await typed.waitFor()
    await look(shown, JOURNEY, '05-code')
    return (await typed.textContent()) ?? ''
  })

  await step('is taken by the merchant on an own telephone', async () => {
    const till = await tillOf(await onePerson(url, 'technician'))
    await look(till, JOURNEY, '06-till')
    await till.getByLabel('或者输入券码').fill(code.toLowerCase())
    await till.getByRole('button', { name: '看这张券' }).click()
    await till.getByRole('button', { name: '核销 ¥2.00' }).waitFor()
    await look(till, JOURNEY, '07-take')
    await till.getByRole('button', { name: '核销 ¥2.00' }).click()
    await till.getByText('收好了 ¥2.00').waitFor()
    await till.getByRole('link', { name: '收下一张' }).click()
    await till.getByText(VOUCHER).waitFor()
    await look(till, JOURNEY, '08-day')
  })

  await step('is told of to a second telephone: when and where', async () => {
    const late = await tillOf(await onePerson(url, 'group_leader'))
    await late.getByLabel('或者输入券码').fill(code)
    await late.getByRole('button', { name: '看这张券' }).click()
    await late.getByText(new RegExp(`已经在 .* 于 ${MERCHANT} 用过了`)).waitFor()
    expect(await late.getByRole('button', { name: /^核销/ }).count()).toBe(0)
    await look(late, JOURNEY, '09-spent')
    await shown.reload()
    await shown.getByText(`在${MERCHANT}用了 ¥2.00`).waitFor()
    await look(shown, JOURNEY, '10-used')
  })
})
