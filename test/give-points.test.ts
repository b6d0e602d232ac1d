import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { axeFaults } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { look, openPhone } from './phone.ts'
import { peopleOf, signInOverHttp, type SignIn } from './person.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

interface Gifts {
  readonly walletHundredths: number
  readonly leftHundredths: number
}

const JOURNEY = 'give-points'
const url = inject('villageUrl')

let browser: Browser
let giver: SignIn
let receiver: SignIn
let groupNo: number

beforeAll(async () => {
  browser = await launchBrowser()
  const people = await peopleOf(url, 'villager', 2)
  const able = await Promise.all(people.map((person) => mayGive(person)))
  const [first, second] = able.indexOf(true) === 1 ? people.toReversed() : people
  if (first === undefined || second === undefined || !able.includes(true))
    throw new Error('nobody has points to give')
  giver = first
  receiver = second
  const { session } = await (
    await signInOverHttp(url, receiver)
  ).get<{ session: { household: { groupNo: number } } }>('/api/session')
  groupNo = session.household.groupNo
})

afterAll(() => browser.close())

async function mayGive(person: SignIn): Promise<boolean> {
  const { walletHundredths, leftHundredths } = await (
    await signInOverHttp(url, person)
  ).get<Gifts>('/api/gifts')
  return walletHundredths >= 100 && leftHundredths >= 100
}

async function phoneOf(person: SignIn): Promise<Page> {
  const { page } = await openPhone(browser, url)
  await signIn(page, person)
  return page
}

async function fill(page: Page, points: string): Promise<void> {
  await page.getByLabel('送给谁家').fill(receiver.name)
  await page.getByLabel('在哪个组').selectOption(String(groupNo))
  await page.getByLabel('送多少').fill(points)
  await page.getByRole('button', { name: '下一步' }).click()
}

it('a household gives points to a neighbour; both see it', { timeout: 180_000 }, async () => {
  const page = await phoneOf(giver)

  await step('reads when the wallets’ year ends, and goes on to gifts', async () => {
    await page.goto('/#/me/points?unit=wallet')
    await page.getByText(/可用分年度结转/).waitFor()
    await look(page, JOURNEY, '01-wallet')
    expect(await axeFaults(page, { type: 'tag', values: ['wcag2a', 'wcag2aa'] })).toEqual([])
    await page.getByRole('link', { name: '送分给别家' }).click()
  })

  await step('is told the limit before anything is sent', async () => {
    await fill(page, '5000')
    await page.getByText(/可用分只有|本月最多还能送/).waitFor()
    await look(page, JOURNEY, '02-limit')
    const tooMany = { to: { name: receiver.name, groupNo }, pointsHundredths: 500_000 }
    const asked = (await signInOverHttp(url, giver)).post('/api/gifts', tooMany)
    await expect(asked).rejects.toThrow('gift_above_limit')
  })

  await step('gives one point, having seen to whom and what is left', async () => {
    await fill(page, '1')
    await page.getByRole('heading', { name: '请核对' }).waitFor()
    await look(page, JOURNEY, '03-check')
    await page.getByRole('button', { name: '送出 1 分' }).click()
    await page.getByText(`送出 1 分给${receiver.name}家了。`).waitFor()
    await page.getByText(`送给${receiver.name}`).first().waitFor()
    await look(page, JOURNEY, '04-given')
  })

  await step('the neighbour finds it among gifts and in the wallet', async () => {
    const other = await phoneOf(receiver)
    await other.goto('/#/me/gifts')
    await other.getByText(`${giver.name}送来`).first().waitFor()
    await look(other, JOURNEY, '05-received')
    await other.goto('/#/me/points?unit=wallet')
    await other.getByText('别家送来').first().waitFor()
  })
})
