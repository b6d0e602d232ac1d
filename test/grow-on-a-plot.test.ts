import { addCivilDays, civilDay } from '@azalea/text'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { axeFaults } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { look, openPhone } from './phone.ts'
import { onePerson, peopleOf, signInOverHttp, type Person, type SignIn } from './person.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

const JOURNEY = 'grow-on-a-plot'
const url = inject('villageUrl')
const standards = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa'] }
const today = civilDay(new Date())

interface Plot {
  readonly plotId: string
  readonly label: string
  readonly state: string
  readonly isMine: boolean
}

let browser: Browser
let phone: BrowserContext
let page: Page
let desk: Page
let grower: SignIn
let behind: Person
let plot: Plot

/** The second villager of the demonstration has a garden and a flock, and no plot yet. */
beforeAll(async () => {
  browser = await launchBrowser()
  const [, second] = await peopleOf(url, 'villager', 2)
  if (second === undefined) throw new Error('the demonstration lists one villager')
  grower = second
  behind = await signInOverHttp(url, grower)
  const { plots } = await behind.get<{ plots: Plot[] }>('/api/plots')
  const free = plots.findLast(({ state }) => state === 'free')
  if (free === undefined) throw new Error('no plot is free')
  plot = free
  const opened = await openPhone(browser, url)
  phone = opened.context
  page = opened.page
  await signIn(page, grower)
  const technician = await openPhone(browser, url, 'desktop')
  desk = technician.page
  await signIn(desk, await onePerson(url, 'technician'))
})

afterAll(() => browser.close())

const sayDay = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

async function aPhoto() {
  const pixels = { width: 640, height: 480, channels: 3 as const, background: '#386641' }
  const buffer = await sharp({ create: pixels }).jpeg().toBuffer()
  return { name: 'IMG_3001.JPG', mimeType: 'image/jpeg', buffer }
}

async function ask(product: string, amount: string): Promise<void> {
  const form = page.locator('section', { has: page.getByRole('heading', { name: '申请用药用肥' }) })
  await form.getByLabel('地里种的').selectOption('青菜')
  await form.getByLabel('产品').selectOption({ label: product })
  await form.getByLabel('用量').fill(amount)
  await form.getByRole('button', { name: '申请', exact: true }).click()
}

async function harvestOn(day: string): Promise<void> {
  const form = page.locator('section', { has: page.getByRole('heading', { name: '登记采收' }) })
  await form.getByLabel('哪天采收').fill(day)
  await form.getByLabel('地里种的').selectOption('青菜')
  await form.getByLabel('大约多少').fill('120')
  await form.getByRole('button', { name: '登记采收' }).click()
}

it(
  'a grower claims a plot, works by the plan, and harvests when it may be',
  { timeout: 600_000 },
  async () => {
    await step('claims it', claims)
    await step('the company plans it, and looks first at what comes of it', isPlanned)
    await step('does a task where there is no network', doesTaskOffline)
    await step('a spray over the dose is refused, one within it approved on the spot', asksForSpray)
    await step(
      'a harvest waits for the interval, and a stronger spray for the harvest',
      waitsForHarvest,
    )
  },
)

async function claims(): Promise<void> {
  await step('finds a free one in the table beside the map', async () => {
    await page.goto('/#/plots')
    await page.locator('summary', { hasText: '地块表' }).click()
    await look(page, JOURNEY, '01-plots')
    await page.getByRole('button', { name: plot.label, exact: true }).click()
    await page.getByRole('heading', { name: plot.label, exact: true }).waitFor()
  })

  await step('has to have read the convention', async () => {
    await page.getByRole('button', { name: `认领“${plot.label}”` }).click()
    await page.getByText('请先看公约，勾上“我看过了”。').waitFor()
    await look(page, JOURNEY, '02-convention')
    expect(await axeFaults(page, standards)).toEqual([])
    await page.getByRole('checkbox', { name: '我看过了，照公约种' }).check({ force: true })
    await page.getByRole('button', { name: `认领“${plot.label}”` }).click()
    await page.getByText(`“${plot.label}”归您种了。`).waitFor()
    const { plots } = await behind.get<{ plots: Plot[] }>('/api/plots')
    expect(plots.find(({ plotId }) => plotId === plot.plotId)).toMatchObject({ isMine: true })
  })
}

async function isPlanned(): Promise<void> {
  await desk.goto('/#/workbench/plan')
  await desk.getByLabel('作物', { exact: true }).selectOption({ label: '青菜·上海青' })
  await desk.getByLabel('最早哪天播种').fill(today)
  await desk.getByLabel('最晚哪天播种').fill(addCivilDays(today, 2))
  await desk.getByRole('checkbox', { name: plot.label }).check({ force: true })
  await desk.getByRole('button', { name: '先看看' }).click()
  await desk.getByText(/一共估产/).waitFor()
  await look(desk, JOURNEY, '03-preview')
  await desk.getByRole('button', { name: '1 块地一次排好' }).click()
  await desk.getByText('排好了，农活已经写到种地人家的手机上。').waitFor()
}

async function doesTaskOffline(): Promise<void> {
  const title = `${plot.label}：播种`
  const sown = async () => {
    const { items } = await behind.get<{ items: { plotId: string; kind: string; end: unknown }[] }>(
      '/api/tasks/own',
    )
    return items.find(({ plotId, kind }) => plotId === plot.plotId && kind === 'sow')?.end
  }

  await step('is told that it is kept, with its photo', async () => {
    await page.goto('/#/tasks')
    await page.getByRole('heading', { name: title }).waitFor()
    await look(page, JOURNEY, '04-tasks')
    expect(await axeFaults(page, standards)).toEqual([])
    await page.getByRole('button', { name: `${title} 做完了` }).click()
    await phone.setOffline(true)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await aPhoto())
    await page.getByText('照片先存在手机里').waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: '记下' }).click()
    await page.getByText('没有网络，已存在手机里').waitFor()
    await look(page, JOURNEY, '05-kept')
    expect(await sown()).toBeNull()
  })

  await step('is noted once when the network is back', async () => {
    await phone.setOffline(false)
    await expect
      .poll(sown, { timeout: 60_000 })
      .toMatchObject({ on: today, photoFileId: expect.any(String) })
  })
}

async function asksForSpray(): Promise<void> {
  await step('the grower reads why not', async () => {
    await page.goto(`/#/plots/${plot.plotId}/inputs`)
    await ask('苦参碱（演示）', '500')
    await page.getByText(/现在不能用：超过用量：这块地最多/).waitFor()
    await look(page, JOURNEY, '06-refused')
  })

  await step('and asks for less, having read what it keeps off', async () => {
    await page.getByText(/用了以后 7 天不能采收/).waitFor()
    await ask('苦参碱（演示）', '40')
    await page.getByText('申请好了，等技术员来看。').waitFor()
  })

  await step('the technician sees to it with a photo', async () => {
    await desk.goto(`/#/plots/${plot.plotId}/inputs`)
    await desk
      .locator('input[type=file]')
      .first()
      .setInputFiles(await aPhoto())
    await desk.getByRole('button', { name: '同意使用' }).click()
    await desk.getByText(/苦参碱（演示） · 40 克/).waitFor()
    await desk.getByText('还不能采收').first().waitFor()
    await look(desk, JOURNEY, '07-approved')
  })
}

async function waitsForHarvest(): Promise<void> {
  const earliest = addCivilDays(today, 7)

  await step('is refused before the interval has passed, and says from when', async () => {
    // What a telephone has read a moment ago would still stand there.
    await page.reload()
    await page.getByText(`还不能采收，${sayDay(earliest)}起可以`).waitFor()
    await harvestOn(addCivilDays(today, 2))
    await page.getByText(`安全间隔期还没有过：${sayDay(earliest)}起可以采收。`).waitFor()
    await look(page, JOURNEY, '08-harvest-refused')
    expect(await axeFaults(page, standards)).toEqual([])
  })

  await step('is taken for the day on which it has', async () => {
    await harvestOn(earliest)
    await page.getByText('登记好了。').waitFor()
    const { harvests } = await behind.get<{ harvests: { on: string }[] }>(
      `/api/plots/${plot.plotId}/inputs`,
    )
    expect(harvests.map(({ on }) => on)).toEqual([earliest])
  })

  await step('and what would spoil it is refused until the day after', async () => {
    await ask('杀虫悬浮剂（演示）', '75')
    const again = sayDay(addCivilDays(earliest, 1))
    await page.getByText(new RegExp(`离${sayDay(earliest)}采收不足 14 天`)).waitFor()
    const refusal = await page.getByText(/现在不能用/).textContent()
    expect(refusal).toMatch(/\d+月\d+日起可以|刚施过药/)
    expect(refusal).toContain(`${again}起可以`)
    await look(page, JOURNEY, '09-spray-refused')
  })

  await step('while a plot whose interval has passed may be harvested today', async () => {
    const technician = await signInOverHttp(url, await onePerson(url, 'technician'))
    const { plots } = await technician.get<{ plots: Plot[] }>('/api/plots')
    const may: string[] = []
    for (const { plotId, state } of plots) {
      if (state !== 'leased' && state !== 'held') continue
      const { canHarvestToday, applied } = await technician.get<{
        canHarvestToday: { ok: boolean; code: string | null }
        applied: { kind: string }[]
      }>(`/api/plots/${plotId}/inputs`)
      const isSprayed = applied.some(({ kind }) => kind === 'pesticide')
      may.push(`${isSprayed ? 'sprayed' : 'plain'} ${canHarvestToday.code ?? 'free'}`)
    }
    expect(may).toEqual(expect.arrayContaining(['sprayed free', 'sprayed harvest_too_early']))
    expect(may).toContain('plain harvest_held')
  })
}
