import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { founders, lastCodeOf, setupTokenOf } from './found-village.ts'
import { look, openPhone } from './phone.ts'
import { serveVillage, type ServedVillage } from './served-village.ts'
import { step } from './step.ts'

const JOURNEY = 'start-a-real-village'
const ROSTER = 'apps/server/fixtures/roster/dashigai-500.xlsx'
const FAULTS = 11

let village: ServedVillage
let browser: Browser
let page: Page

beforeAll(async () => {
  village = await serveVillage({ demonstration: false })
  browser = await launchBrowser()
  page = (await openPhone(browser, village.url)).page
})

afterAll(async () => {
  await browser.close()
  await village.stop()
})

it('an operator starts a real village', async () => {
  await step('finds nobody of the demonstration', async () => {
    const answer = await fetch(`${village.url}/api/setup`)
    expect(await answer.json()).toMatchObject({ needed: true, demonstrationSignIns: null })
  })

  await step('shows that they can see the server, by the code it printed', async () => {
    await page.goto('/#/setup')
    const code = page.getByRole('textbox', { name: '设置口令' })
    await code.waitFor()
    // There is no place to go to yet.
    expect(await page.getByRole('navigation').count()).toBe(0)
    await code.fill('wrong')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText(/口令不对/).waitFor()
    // What is told stays right when the reader changes the language.
    await page.getByRole('button', { name: /^EN/ }).click()
    await page.getByText(/The set-up code is wrong/).waitFor()
    await page.getByRole('button', { name: /^中文/ }).click()
    await code.fill(setupTokenOf(village))
    await look(page, JOURNEY, '01-token')
    await next('哪个村')
  })

  await step('chooses the village by its division code', async () => {
    await page.getByLabel('乡镇、街道').selectOption({ label: '戴村镇' })
    const villages = page.getByLabel('村、社区')
    await villages.selectOption('330109102259')
    await look(page, JOURNEY, '02-village')
    await next('户号怎么编')
  })

  await step('says how houses are numbered', async () => {
    const numbering = page.getByLabel('户号', { exact: true })
    await numbering.waitFor()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText('请选户号怎么编。').waitFor()
    await numbering.selectOption('village')
    await look(page, JOURNEY, '02b-numbering')
    await next('村里的网址')
  })

  await step('says at which address people reach the village', async () => {
    const address = page.getByRole('textbox', { name: '网址' })
    await address.fill('192.168.1.5:8080')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText(/网址要从 http:\/\/ 或 https:\/\/ 写起/).waitFor()
    await address.fill('http://192.168.1.5:8080')
    await look(page, JOURNEY, '02-address')
    await next('管理员')
  })

  await step('names the operator and the committee', async () => {
    await page.getByLabel('姓名').fill(founders.operator.name)
    await page.getByLabel('手机号').fill(founders.operator.phone)
    await look(page, JOURNEY, '03-operator')
    await next('村委')
    await page.getByLabel('姓名').first().fill(founders.member.name)
    await page.getByLabel('手机号').first().fill(founders.member.phone)
    await look(page, JOURNEY, '04-committee')
    await next('加入说明')
  })

  await step('reads the words of the consent, checks all and founds the village', async () => {
    await page.getByLabel('农户加入时看到、同意的话').waitFor()
    await look(page, JOURNEY, '05-consent')
    await next('核对一遍')
    await page.getByRole('button', { name: '建好这个村' }).waitFor()
    await look(page, JOURNEY, '06-check')
    await page.getByRole('button', { name: '建好这个村' }).click()
    await page.getByText('村、管理员、村委和加入说明都已记下。').waitFor()
    await look(page, JOURNEY, '07-founded')
  })

  await step('signs in with the code on the console and arrives at the import', async () => {
    await page.getByRole('button', { name: /发验证码/ }).click()
    await page.getByLabel('验证码').waitFor()
    await page.getByLabel('验证码').fill(lastCodeOf(village, founders.operator.phone))
    await page.getByRole('button', { name: '登录，去导入花名册' }).click()
    await page.getByRole('heading', { level: 1, name: '导入花名册' }).waitFor()
    await look(page, JOURNEY, '08-import')
  })

  await step('sees each fault of the file with its cell before anything changes', async () => {
    await page.getByLabel('花名册文件').setInputFiles(ROSTER)
    await page.getByRole('button', { name: '读出来看看' }).click()
    await page.getByRole('heading', { name: `${FAULTS} 处要改` }).waitFor({ timeout: 60_000 })
    await look(page, JOURNEY, '09-preview')
    const faults = page.getByRole('region', { name: `${FAULTS} 处要改` }).getByRole('listitem')
    const cells = await faults.filter({ hasText: /[A-Z]+\d+/ }).count()
    expect(cells).toBe(FAULTS)
    expect((await publicVillage()).people).toBe(2)
  })

  await step('says whether the same house number in two groups is one household', async () => {
    await page.getByRole('heading', { name: '1 处要您来定' }).waitFor()
    expect(await page.getByRole('button', { name: '确认导入' }).isDisabled()).toBe(true)
    await page.getByRole('combobox', { name: /是同一户吗/ }).selectOption('other_household')
    await look(page, JOURNEY, '09b-question')
    await page.getByRole('button', { name: '按定好的 1 条再看一遍' }).click()
    await page.getByRole('heading', { name: '1 处要您来定' }).waitFor({ state: 'detached' })
    expect(await focused()).toMatch(/^H[12] /)
  })

  await step('imports the rest, and the households are there', async () => {
    await page.getByRole('checkbox', { name: /跳过/ }).check({ force: true })
    await page.getByRole('button', { name: '确认导入' }).click()
    await page.getByRole('link', { name: '看花名册' }).waitFor({ timeout: 60_000 })
    await look(page, JOURNEY, '10-imported')
    expect((await publicVillage()).people).toBeGreaterThan(400)
    await page.getByRole('link', { name: '看花名册' }).click()
    await page.getByRole('heading', { level: 1, name: '花名册' }).waitFor()
    await look(page, JOURNEY, '11-roster')
  })
})

/** Goes on; the focus stands on the heading of what comes. */
async function next(heading: string): Promise<void> {
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  expect(await focused()).toBe(`H1 ${heading}`)
}

async function focused(): Promise<string> {
  return page.evaluate(() => {
    const { tagName, textContent } = document.activeElement ?? document.body
    return `${tagName} ${tagName === 'BODY' ? '' : textContent}`
  })
}

async function publicVillage(): Promise<{ readonly people: number }> {
  const answer = await fetch(`${village.url}/api/villages/330109102259`)
  return (await answer.json()) as { people: number }
}
