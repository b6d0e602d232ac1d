import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { peopleOf } from './person.ts'
import { look, openPhone } from './phone.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

const JOURNEY = 'change-the-rules'
const DAY = 86_400_000
const VAGUE = '表现突出、觉悟高的'
const url = inject('villageUrl')

let browser: Browser
let page: Page
let draftAt: string

beforeAll(async () => {
  browser = await launchBrowser()
  page = await phoneOfMember(0)
})

afterAll(async () => {
  await browser.close()
})

async function phoneOfMember(index: number): Promise<Page> {
  const { page: theirs } = await openPhone(browser, url)
  const member = (await peopleOf(url, 'committee', index + 1))[index]
  if (member === undefined) throw new Error('the demonstration lists too few of the committee')
  await signIn(theirs, member)
  return theirs
}

it('the committee drafts other rules, tries them, and enters the vote', async () => {
  await step(
    'from the sheet in force: dearer watches, read in words as they are typed',
    async () => {
      await page.goto('/#/workbench/rules')
      await page.getByRole('list', { name: '现行细则' }).getByRole('link').click()
      await page.getByRole('link', { name: '在这一版上改' }).click()
      await page.getByRole('link', { name: /^村口值守/ }).click()
      await page.getByLabel('分值', { exact: true }).fill('15')
      await page.getByText('每小时 15 分，零头按比例计。').waitFor()
      await look(page, JOURNEY, '01-item')
      await page.getByRole('link', { name: '好了' }).click()
    },
  )

  await step('is warned of words that open the door to favours', async () => {
    await page.getByRole('button', { name: '添一个事项 · 公共参与' }).click()
    await page.getByLabel('事项', { exact: true }).fill(VAGUE)
    await page.getByLabel('事项（英文）').fill('Outstanding conduct')
    await page.getByLabel('怎么认定', { exact: true }).fill('村委会评议')
    await page.getByLabel('怎么认定（英文）').fill('The committee decides')
    await page.getByRole('checkbox', { name: '村委' }).check()
    await page.getByRole('checkbox', { name: '决定' }).check()
    await page.getByText(/写得太笼统，容易成为人情分/).waitFor()
    await look(page, JOURNEY, '02-warned')
    await page.getByRole('link', { name: '好了' }).click()
  })

  await step(
    'sets what becomes of points at the end of the year, and what a good costs',
    async () => {
      await page.getByRole('link', { name: '改总则和类别' }).click()
      await page.getByLabel('年度结转').selectOption({ label: '每年留下一部分' })
      await page.getByLabel('留下多少').fill('30')
      await page.getByText('可用分每年 1 月 10 日结转 30%，荣誉分不动。').waitFor()
      await page.getByRole('link', { name: '好了' }).click()
      await page.getByRole('list', { name: '兑换物品' }).getByRole('link').first().click()
      await page.getByRole('textbox', { name: '要多少分' }).fill('35')
      await page.getByText(/要 35 分。$/).waitFor()
      await page.getByRole('link', { name: '好了' }).click()
      const changes = page.getByRole('list', { name: '和原来比' })
      await changes.getByText(VAGUE).waitFor()
      expect(await changes.getByRole('listitem').count()).toBe(4)
      await look(page, JOURNEY, '03-changes')
      await page.getByRole('button', { name: '存成新草案' }).click()
      await page.getByText('这份是您拟的，请另一位委员登记表决结果。').waitFor()
      draftAt = new URL(page.url()).hash
    },
  )

  await step('shows on what was done last month whose rank would move, and why', async () => {
    await page.getByRole('link', { name: '试算：换成这一版会怎样' }).click()
    await page.getByText(/户里有 \d+ 户的名次会变/).waitFor()
    await page.getByText('村口值守：分值不同').first().waitFor()
    await look(page, JOURNEY, '04-tried')
  })

  await step('enters it, with a reason for the item that was warned of', async () => {
    const theirs = await phoneOfMember(1)
    await theirs.goto(`/${draftAt}`)
    await theirs.getByRole('heading', { name: '登记表决通过' }).waitFor()
    const starts = theirs.getByLabel('哪天起生效')
    const today = await starts.inputValue()
    await theirs.getByLabel('会议日期').fill(today)
    // From tomorrow: nobody else's today changes.
    const tomorrow = new Date(Date.parse(today) + DAY).toISOString().slice(0, 10)
    await starts.fill(tomorrow)
    // On whose authority is for a person to say.
    expect(await theirs.getByRole('radio', { checked: true }).count()).toBe(0)
    await theirs.getByRole('radio', { name: '村民会议' }).check()
    for (const [name, people] of [
      ['应到', '300'],
      ['到会', '180'],
      ['赞成', '150'],
      ['反对', '20'],
    ] as const)
      await theirs.getByLabel(name, { exact: true }).fill(people)
    for (const reason of await theirs.getByLabel(/^为什么仍然通过/).all())
      await reason.fill('村民会议定下了由谁评、怎么评。')
    await theirs.getByRole('button', { name: '登记通过' }).click()
    await theirs.getByText('已登记，到日子自动生效。').waitFor()
    await look(theirs, JOURNEY, '05-adopted')
  })
})
