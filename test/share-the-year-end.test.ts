import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { look, openPhone } from './phone.ts'
import { peopleOf, signInOverHttp, type SignIn } from './person.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

const JOURNEY = 'share-the-year-end'
const POOL = '8888.88'
const url = inject('villageUrl')

let browser: Browser
let first: SignIn
let second: SignIn
let villager: SignIn

beforeAll(async () => {
  browser = await launchBrowser()
  const [one, other] = await peopleOf(url, 'committee', 2)
  const [earner] = await peopleOf(url, 'villager')
  if (one === undefined || other === undefined || earner === undefined)
    throw new Error('nobody to share out among')
  first = one
  second = other
  villager = earner
})

afterAll(async () => {
  await browser.close()
})

async function phoneOf(person: SignIn): Promise<Page> {
  const { page } = await openPhone(browser, url)
  await signIn(page, person)
  return page
}

/** The day before today in the village: its statement stands in the log. */
const yesterday = () => new Date(Date.now() - 16 * 3_600_000).toISOString().slice(0, 10)

it('a village shares a pool by points', { timeout: 240_000 }, async () => {
  const proposing = await phoneOf(first)

  await step('enters what the vote allows', async () => {
    await proposing.goto('/#/workbench/money/budgets/new')
    await proposing.getByLabel('叫什么').fill('年终分配')
    await proposing.getByLabel('最多多少钱').fill('10000')
    await proposing.getByLabel('决议编号').fill('村决〔2026〕9 号')
    await proposing.getByLabel('决议说了什么').fill('拿一万元按积分分给各户')
    await proposing.getByRole('radio', { name: '村民会议' }).check()
    await proposing.getByLabel('会议日期').fill(yesterday())
    for (const [label, votes] of [
      ['应到', '520'],
      ['到会', '400'],
      ['赞成', '380'],
      ['反对', '12'],
    ] as const)
      await proposing.getByLabel(label).fill(votes)
    await proposing.getByText('到会人数够，赞成过了到会的半数，表决有效。').waitFor()
    await look(proposing, JOURNEY, '01-budget')
    await proposing.getByRole('button', { name: '登记', exact: true }).click()
    await proposing.getByText('登记好了，村账本里记了一条。').waitFor()
  })

  const address = await step('sees what every household would get', async () => {
    await proposing.goto('/#/workbench/money')
    await proposing.getByRole('link', { name: '提出年终分配' }).click()
    await proposing.getByLabel('名称', { exact: true }).fill('2026 年年终分配')
    const budget = proposing.getByLabel('从哪笔经费')
    await budget.selectOption({ label: '年终分配（还剩 ¥10,000.00）' })
    await proposing.getByLabel('一共分多少').fill(POOL)
    await proposing.getByLabel('算到哪天').fill(yesterday())
    await look(proposing, JOURNEY, '02-propose')
    await proposing.getByRole('button', { name: '算出来看看' }).click()
    await proposing.getByText('等人确认').waitFor()
    await proposing.getByText('¥8,888.88').first().waitFor()
    await look(proposing, JOURNEY, '03-shares')
    expect(await proposing.getByRole('button', { name: '确认分配' }).count()).toBe(0)
    return new URL(proposing.url()).hash
  })

  await step('is confirmed by somebody of another household', async () => {
    const confirming = await phoneOf(second)
    await confirming.goto(`/${address}`)
    await confirming.getByRole('button', { name: '确认分配' }).click()
    await confirming.getByText('已分好').waitFor()
    await confirming.getByRole('link', { name: '回到经费和付款' }).click()
    await confirming.getByRole('link', { name: /2026 年年终分配 · 发现金/ }).click()
    await confirming.getByRole('link', { name: '签领单（PDF）' }).waitFor()
    await look(confirming, JOURNEY, '04-payments')
    const sheet = await confirming.getByRole('link', { name: '签领单（PDF）' }).getAttribute('href')
    const paper = await confirming.request.get(sheet ?? '')
    expect(paper.headers()['content-type']).toBe('application/pdf')
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await confirming.goto('/#/workbench/money')
    await confirming.getByText('2026 年年终分配').first().waitFor()
    await look(confirming, JOURNEY, '05-money')
  })

  await step('tells each household its share, and why', async () => {
    const mine = await phoneOf(villager)
    await mine.goto('/#/me/money')
    await mine.getByText('2026 年年终分配', { exact: true }).waitFor()
    await look(mine, JOURNEY, '06-mine')
    const person = await signInOverHttp(url, villager)
    const { items } = await person.get<{ items: { shareFen: number }[] }>('/api/me/year-ends')
    expect(items[0]?.shareFen).toBeGreaterThan(0)
  })
})
