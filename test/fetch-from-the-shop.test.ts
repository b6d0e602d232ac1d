import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { look, openPhone } from './phone.ts'
import { peopleOf, signInOverHttp, type SignIn } from './person.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

interface Shop {
  readonly walletHundredths: number
  readonly goods: readonly {
    readonly name: { readonly zh: string }
    readonly pointsHundredths: number
    readonly closed: string | null
  }[]
}

const JOURNEY = 'fetch-from-the-shop'
const url = inject('villageUrl')

let browser: Browser
let villager: Page
let keeper: Page
let second: Page
let good: string
let code = ''

beforeAll(async () => {
  browser = await launchBrowser()
  const buyer = await somebodyWithPoints()
  const [first, other] = await peopleOf(url, 'committee', 2)
  if (first === undefined || other === undefined) throw new Error('no two keepers')
  villager = await phoneOf(buyer)
  keeper = await phoneOf(first)
  second = await phoneOf(other)
})

afterAll(async () => {
  await browser.close()
})

async function phoneOf(person: SignIn): Promise<Page> {
  const { page } = await openPhone(browser, url)
  await signIn(page, person)
  return page
}

/** Somebody whose household can pay for the cheapest good that is to be had. */
async function somebodyWithPoints(): Promise<SignIn> {
  const people = await peopleOf(url, 'villager', 2)
  for (const person of people) {
    const phone = await signInOverHttp(url, person)
    const { walletHundredths, goods } = await phone.get<Shop>('/api/shop')
    const [cheapest] = goods
      .filter(({ closed }) => closed === null)
      .toSorted((one, other) => one.pointsHundredths - other.pointsHundredths)
    if (cheapest !== undefined && cheapest.pointsHundredths <= walletHundredths) {
      good = cheapest.name.zh
      return person
    }
  }
  throw new Error('nobody has points to spend')
}

it('a household fetches something from the points shop', { timeout: 240_000 }, async () => {
  await step('reserves it, and has a code to show', async () => {
    await villager.goto('/#/me')
    await villager.getByRole('link', { name: '积分超市' }).click()
    await villager.getByRole('button', { name: `预留${good}` }).click()
    await look(villager, JOURNEY, '01-reserve')
    await villager.getByRole('button', { name: '预留', exact: true }).click()
    await villager.getByText('预留好了').waitFor()
    await look(villager, JOURNEY, '02-reserved')
    await villager.getByRole('link', { name: '我家的兑换码' }).click()
    code = (await villager.locator('.household-code__typed').textContent()) ?? ''
    expect(code).toMatch(/^[0-9A-Y]{4} [0-9A-Y]{4}$/)
    await look(villager, JOURNEY, '03-code')
  })

  await step('shows the code at the counter, where it is handed over', async () => {
    await keeper.goto('/#/workbench/shop')
    await keeper.getByLabel('或者输入').fill(code.toLowerCase())
    await look(keeper, JOURNEY, '04-counter')
    await keeper.getByRole('button', { name: '找这一户' }).click()
    await keeper.getByText(`发 ${good} × 1`).waitFor()
    await look(keeper, JOURNEY, '05-household')
    await keeper.getByRole('button', { name: /^发货/ }).click()
    await keeper.getByText('现在请另一户的组长或委员签字').waitFor()
    await keeper.goto('/#/workbench/shop')
    await keeper.getByText('第二个签字的要是另一户的人').first().waitFor()
  })

  await step('has fetched it once somebody of another household has signed', async () => {
    await second.goto('/#/workbench')
    await second.getByRole('link', { name: /发货、盘点等第二户签字/ }).click()
    const line = second.getByRole('button', { name: `签字：${good} × 1` }).last()
    await line.waitFor()
    await look(second, JOURNEY, '06-to-sign')
    const before = await second.getByRole('button', { name: /^签字：/ }).count()
    await line.click()
    await expect
      .poll(() => second.getByRole('button', { name: /^签字：/ }).count(), { timeout: 15_000 })
      .toBe(before - 1)
    await villager.goto('/#/me/shop')
    await villager.reload()
    await villager.getByText('已领走').first().waitFor()
    await look(villager, JOURNEY, '07-fetched')
    await villager
      .getByRole('link', { name: new RegExp(`${good} × 1.*已领走`) })
      .first()
      .click()
    await villager.getByText('兑换凭条').first().waitFor()
    await villager.getByText('退货期限', { exact: true }).waitFor()
    await look(villager, JOURNEY, '08-receipt')
  })

  await step('gives it back within the term, and has the points again', async () => {
    await keeper.goto(`/#/workbench/shop/code/${code.replace(' ', '')}`)
    await keeper.reload()
    await keeper
      .getByRole('button', { name: `退货：${good}` })
      .first()
      .click()
    await look(keeper, JOURNEY, '09-give-back')
    await keeper.getByRole('button', { name: '退货', exact: true }).click()
    await keeper.getByText('退回这户').waitFor()
    await villager.goto('/#/me/shop')
    await villager.reload()
    await villager.getByText('已退货').first().waitFor()
  })

  await step('finds price list and stock in their places', async () => {
    await keeper.goto('/#/workbench/shop/stock')
    await keeper.getByRole('heading', { name: '批次' }).waitFor()
    await look(keeper, JOURNEY, '10-stock')
    await keeper.goto('/#/workbench/shop/market')
    await keeper.getByText('现在用的经费').waitFor()
    await look(keeper, JOURNEY, '11-market')
    await keeper.goto('/#/workbench/shop')
    await keeper.getByRole('link', { name: '价目表' }).click()
    await keeper.getByRole('columnheader', { name: '积分' }).waitFor()
    await look(keeper, JOURNEY, '12-price-list')
  })
})
