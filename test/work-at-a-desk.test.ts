import { readXlsx } from 'hucre/xlsx'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { openPhone } from './phone.ts'
import { onePerson, signInOverHttp } from './person.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

const SCREENS = 'test-results/screens/work-at-a-desk'
const MOST_TABS = 60
const url = inject('villageUrl')

let browser: Browser
let desk: BrowserContext

beforeAll(async () => {
  browser = await launchBrowser()
  const { context, page } = await openPhone(browser, url, 'desktop')
  await signIn(page, await onePerson(url, 'committee'))
  await page.close()
  desk = context
  // Nothing is printed as long as the codes would lead to this machine only.
  const operator = await signInOverHttp(url, await onePerson(url, 'operator'))
  await operator.post('/api/village/public-url', { publicUrl: 'https://village.example' })
})

afterAll(async () => {
  await browser.close()
})

it('a member of the committee works at a desk, with the keys alone', async () => {
  const page = await desk.newPage()

  await step('goes by the rail to the roster, and hears where one is', async () => {
    await page.goto('/#/workbench')
    await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
    await tabTo(page, '花名册')
    await page.keyboard.press('Enter')
    await page.getByRole('grid', { name: '各户' }).waitFor()
    expect(await focused(page)).toEqual({ tag: 'H1', text: '花名册' })
  })

  await step('narrows the list and orders it, and the address keeps both', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('陈')
    await page.waitForURL(/[?&]q=/)
    await page.getByText(/^\d+ \/ \d+ 行$/).waitFor()
    await tabTo(page, '户主')
    await page.keyboard.press('Enter')
    await page.waitForURL(/sort=name/)
    await page.locator('th[aria-sort="ascending"]', { hasText: '户主' }).waitFor()
    const before = await rowsOf(page)
    expect(before.length).toBeGreaterThan(5)
    await page.reload()
    await page.getByRole('grid', { name: '各户' }).waitFor()
    expect(await rowsOf(page)).toEqual(before)
    await lookAtDesk(page, '01-roster')
  })

  await step('opens a row beside the list, which stays where it was', async () => {
    await page.locator('tbody tr').first().focus()
    for (const key of ['End', 'Home', 'ArrowDown', 'ArrowDown', 'ArrowUp'])
      await page.keyboard.press(key)
    const rows = await rowsOf(page)
    expect((await focused(page)).text).toBe(rows[1])
    await page.keyboard.press('Enter')
    await page.locator('tr[aria-current="true"]').waitFor()
    expect((await focused(page)).tag).toBe('H1')
    expect(page.url()).toMatch(/roster\/[0-9a-f-]+\?.*sort=name/)
    await lookAtDesk(page, '02-beside')
    await page.keyboard.press('Escape')
    expect((await focused(page)).tag).toBe('TR')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('tbody tr:nth-child(3)[aria-current="true"]').waitFor()
    await page.goBack()
    await page.locator('tbody tr:nth-child(2)[aria-current="true"]').waitFor()
    await page.goBack()
    await page.locator('tr[aria-current="true"]').waitFor({ state: 'detached' })
    expect(await rowsOf(page)).toEqual(rows)
  })

  await step('chooses several plates and prints just these', async () => {
    await tabTo(page, '牌子')
    await page.keyboard.press('Enter')
    await page.getByRole('grid', { name: '牌子' }).waitFor()
    await tabToRow(page)
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.getByText('选了 2 行').waitFor()
    await lookAtDesk(page, '03-chosen')
    await tabTo(page, '打印选中的 2 块', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText('共 2 块', { exact: false }).waitFor()
  })

  await step('takes all rows along as a workbook, not only those that are listed', async () => {
    await page.goto('/#/workbench/plates')
    await page.getByRole('grid', { name: '牌子' }).waitFor()
    const count = await page.getByText(/^\d+ \/ \d+ 行$/).textContent()
    const [listed = 0, total = 0] = (count ?? '').match(/\d+/g)?.map(Number) ?? []
    expect(total).toBeGreaterThan(listed)
    const waiting = page.waitForEvent('download')
    await tabTo(page, '导出表格')
    await page.keyboard.press('Enter')
    const file = await waiting
    expect(file.suggestedFilename()).toBe('牌子.xlsx')
    const { sheets } = await readXlsx(await readFile(await file.path()))
    expect(sheets[0]?.rows).toHaveLength(total + 1)
    expect(sheets[0]?.rows[0]).toContain('牌号')
    await page.getByText(`存好了：${total} 行。`).waitFor()
  })
})

describe('lists that a phone shows as rows', () => {
  it('are tables at a desk: the board, whole and in part', async () => {
    const page = await desk.newPage()
    await page.goto('/#/board?board=groups&period=all')
    await page.getByRole('grid', { name: '各组' }).waitFor()
    await page.getByRole('button', { name: '各组', exact: true }).click()
    await page.waitForURL(/sort=name/)
    await page.locator('th[aria-sort="ascending"]', { hasText: '各组' }).waitFor()
    await page.goto('/#/board?board=households&period=all')
    const grid = page.getByRole('grid', { name: '各户' })
    await grid.waitFor()
    await grid.getByRole('columnheader', { name: '积分（分）' }).waitFor()
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出表格' }).click()
    const { sheets } = await readXlsx(await readFile(await (await waiting).path()))
    expect(sheets[0]?.rows.length).toBeGreaterThan(await grid.locator('tbody tr').count())
    await lookAtDesk(page, '04-board')
  })

  it('are tables at a desk: who looked at one’s own data', async () => {
    const page = await desk.newPage()
    await page.goto('/#/me/data')
    const grid = page.getByRole('grid', { name: '谁看过我的信息' })
    await grid.or(page.getByText('还没有人看过')).waitFor()
    await lookAtDesk(page, '05-looks')
  })
})

it('every step leads to its heading', async () => {
  const page = await desk.newPage()
  await page.goto('/#/me/data')
  await page.getByRole('heading', { level: 1 }).waitFor()
  for (const path of [
    '/',
    '/activities',
    '/board',
    '/me',
    '/me/awards',
    '/messages',
    '/settings',
    '/report',
    '/workbench',
    '/workbench/activities',
    '/workbench/deeds',
    '/workbench/deeds/new',
    '/workbench/notices',
    '/workbench/objections',
    '/workbench/reports',
    '/workbench/spot-checks',
    '/workbench/roster/import',
    '/workbench/plates/new',
    '/workbench/rules',
    '/workbench/roles',
    '/workbench/openings',
    '/workbench/log',
    '/nowhere',
  ])
    await step(path, async () => {
      await page.evaluate((to) => {
        location.hash = to
      }, path)
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    })
})

describe('on a phone', () => {
  it('going back leads to the place in the list', async () => {
    const { page: phone, context } = await openPhone(browser, url)
    await signIn(phone, await onePerson(url, 'committee'))
    await phone.goto('/#/workbench/roster?q=陈')
    const row = phone.getByRole('list', { name: '各户' }).getByRole('link').nth(20)
    await row.scrollIntoViewIfNeeded()
    const before = await phone.evaluate(() => window.scrollY)
    expect(before).toBeGreaterThan(500)
    await row.click()
    await phone.getByRole('heading', { level: 2 }).first().waitFor()
    await phone.getByRole('link', { name: '返回' }).click()
    await phone.getByRole('list', { name: '各户' }).waitFor()
    await phone.waitForFunction((wanted) => Math.abs(window.scrollY - wanted) < 4, before)
    expect(phone.url()).toContain('?q=')
    await context.close()
  })
})

async function focused(of: Page): Promise<{ tag: string; text: string }> {
  return of.evaluate(() => ({
    tag: document.activeElement?.tagName ?? '',
    text: document.activeElement?.textContent ?? '',
  }))
}

/** At its own size only: on a phone there is no table, nor what was chosen from it. */
async function lookAtDesk(of: Page, step: string): Promise<void> {
  await of.screenshot({ path: `${SCREENS}/${step}.desktop.png` })
}

async function rowsOf(of: Page): Promise<string[]> {
  return of.locator('tbody tr').allTextContents()
}

/** Presses Tab until what is focused says this. */
async function tabTo(of: Page, text: string, key = 'Tab'): Promise<void> {
  for (let tab = 0; tab < MOST_TABS; tab += 1) {
    if ((await focused(of)).text.trim() === text) return
    await of.keyboard.press(key)
  }
  throw new Error(`no ${key} leads to ${text}`)
}

async function tabToRow(of: Page): Promise<void> {
  for (let tab = 0; tab < MOST_TABS; tab += 1) {
    if ((await focused(of)).tag === 'TR') return
    await of.keyboard.press('Tab')
  }
  throw new Error('no Tab leads to a row')
}
