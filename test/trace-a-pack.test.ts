import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { readCodes, renderPages } from '../apps/server/test/printed-page.ts'
import { launchBrowser } from './browser.ts'
import { onePerson, signInOverHttp, type Person } from './person.ts'
import { look, openPhone } from './phone.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

const JOURNEY = 'trace-a-pack'
/** What the labels say; what leads there is the village's own business. */
const ADDRESS = 'https://village.example'
const url = inject('villageUrl')
const DAY = 86_400_000
/** Of those that GS1 uses in examples. */
const GTIN = '09506000134352'

let browser: Browser
let technician: Person

beforeAll(async () => {
  browser = await launchBrowser()
  technician = await signInOverHttp(url, await onePerson(url, 'technician'))
  const operator = await signInOverHttp(url, await onePerson(url, 'operator'))
  await operator.post('/api/village/public-url', { publicUrl: ADDRESS })
})

afterAll(() => browser.close())

interface Lot {
  readonly number: string
  readonly crop: string
  readonly leftGrams: number
  readonly isHeld: boolean
}

/** A harvest lot of which enough is left. */
async function freeLot(): Promise<Lot> {
  const { lots } = await technician.get<{ lots: Lot[] }>('/api/harvest-lots')
  const found = lots.find(({ isHeld, leftGrams }) => !isHeld && leftGrams >= 3_000)
  if (found === undefined) throw new Error('no lot is left')
  return found
}

/** What the codes of a printed file say, as a telephone reads them off the paper. */
async function codesOf(desk: Page, file: string): Promise<string[]> {
  const pdf = await desk.request.get(new URL(file, url).href)
  const pages = await renderPages(await pdf.body())
  return (await Promise.all(pages.map(({ png }) => readCodes(png)))).flat()
}

it('somebody in town asks a pack where it comes from', { timeout: 600_000 }, async () => {
  const desk = (await openPhone(browser, url, 'desktop')).page
  const office = (await openPhone(browser, url)).page
  const lot = await freeLot()

  await step('the committee enters the GTIN of the packs that are to be', async () => {
    await signIn(office, await onePerson(url, 'committee'))
    await office.goto('/#/workbench/packs/gtins')
    await office.getByLabel('识别代码', { exact: true }).fill('9506000')
    await office.getByRole('button', { name: '登记识别代码' }).click()
    await office.getByLabel('条码', { exact: true }).fill(GTIN.slice(1))
    await office.getByLabel('作物').selectOption(lot.crop)
    await office.getByLabel('每包净重').fill('0.5')
    await office.getByRole('button', { name: '登记', exact: true }).click()
    await office.getByText('登记好了。').waitFor()
    await look(office, JOURNEY, '00-gtin')
  })

  await step('the technician packs a lot: what goes in comes out, or is told as loss', async () => {
    await signIn(desk, await onePerson(url, 'technician'))
    await desk.goto('/#/workbench/packs')
    await desk.getByLabel(`${lot.crop} · 从 ${lot.number} 取`).fill('3')
    await desk.getByLabel('每包净重').fill('0.5')
    await desk.getByLabel('包数').fill('5')
    await desk.getByText('差 0.5 公斤').waitFor()
    await desk.getByLabel('损耗', { exact: true }).fill('0.5')
    await desk.getByLabel('损耗原因').selectOption('trimmed')
    const day = new Date(Date.now() + 7 * DAY).toISOString().slice(0, 10)
    await desk.getByLabel('保质期到').fill(day)
    await desk.getByText('平了').waitFor()
    await look(desk, JOURNEY, '01-packing')
    await desk.getByRole('button', { name: '清洗包装' }).click()
    await desk.getByText(/装好了 5 包/).waitFor()
  })

  const scanned = await step('prints labels, whose code leads to the trace', async () => {
    await desk.getByRole('link', { name: '打印标签' }).first().click()
    const print = desk.getByRole('link', { name: '打开打印件' })
    await desk.getByLabel('用什么纸').selectOption({ label: '标签卷，60 × 40 毫米' })
    await look(desk, JOURNEY, '02-labels')
    const codes = (await codesOf(desk, (await print.getAttribute('href')) ?? '')).toSorted()
    expect(codes).toHaveLength(5)
    expect(codes[0]).toMatch(
      /^https:\/\/village\.example\/01\/09506000134352\/21\/\d{6}-[0-9A-Z]{4}-001$/,
    )
    return codes[0] ?? ''
  })

  const { page } = await openPhone(browser, url)
  await step('somebody who is nobody of the village scans it, and reads each step', async () => {
    await page.goto(scanned.replace(ADDRESS, url))
    await page.getByRole('heading', { level: 1, name: lot.crop }).waitFor()
    await page.getByText('0.5 公斤', { exact: true }).waitFor()
    await page.getByRole('heading', { name: `采收批次 ${lot.number}` }).waitFor()
    await page.getByText('过磅入库').waitFor()
    expect(await page.getByText('已经召回').count()).toBe(0)
    await look(page, JOURNEY, '03-trace')
  })

  await step('has the own telephone check a proof', async () => {
    const proof = page.getByRole('link', { name: '自己验证：清洗包装' })
    const href = (await proof.getAttribute('href')) ?? ''
    const [, query = ''] = href.split('?')
    const [pack, record] = ['pack', 'record'].map((name) => new URLSearchParams(query).get(name))
    await untilLogged(`/api/villages/330109102259/packs/${pack}/receipts/${record}`)
    await proof.click()
    await page.getByText('已经证明').waitFor()
    await look(page, JOURNEY, '04-proof')
  })

  await step('a shop with a key tells that it came, and the trace says so, apart', async () => {
    const key = await keyOfNewPartner(office)
    const location = await tell(key, scanned)
    await untilTaken(location, key)
    await page.goto(scanned.replace(ADDRESS, url))
    await page.reload()
    await page.getByRole('heading', { name: '出村以后，合作方说的' }).waitFor()
    await page.getByText('镇上便民店收到').waitFor()
    await look(page, JOURNEY, '05-told')
  })

  await step('the technician recalls the lot, and the trace says so', async () => {
    await desk.goto('/#/workbench/packs/recalls')
    await desk.getByRole('combobox', { name: '从哪里查起' }).selectOption('lot')
    await desk.getByLabel('批次编号').fill(lot.number)
    await desk.getByRole('button', { name: '查一查' }).click()
    await desk.getByLabel(/为什么召回/).fill('客人说味道不对，先停下来。')
    await look(desk, JOURNEY, '06-recall')
    await desk.getByRole('button', { name: '马上召回' }).click()
    await desk
      .getByText(/已经召回|召回了/)
      .first()
      .waitFor()
    await page.goto(scanned.replace(ADDRESS, url))
    await page.getByText('这一包已经召回').waitFor()
    await look(page, JOURNEY, '07-recalled')
  })
})

/** The committee enters a shop, whose key is shown once. */
async function keyOfNewPartner(page: Page): Promise<string> {
  await page.goto('/#/workbench/partners')
  await page.getByRole('link', { name: '添一个合作方' }).click()
  await page.getByLabel('名字').fill('镇上便民店')
  await page.getByRole('button', { name: '添上，发密钥' }).click()
  const key = await page.locator('.shown-code').innerText()
  await look(page, JOURNEY, '05-partner')
  return key
}

/** As the shop's own program sends it; gives where it says what became of it. */
async function tell(key: string, epc: string): Promise<string> {
  const eventTime = new Date(Date.now() - 60_000).toISOString()
  const answer = await fetch(`${url}/api/villages/330109102259/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/ld+json' },
    body: JSON.stringify({
      '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
      type: 'EPCISDocument',
      schemaVersion: '2.0',
      creationDate: eventTime,
      epcisBody: {
        eventList: [
          {
            type: 'ObjectEvent',
            eventTime,
            eventTimeZoneOffset: '+08:00',
            action: 'OBSERVE',
            bizStep: 'receiving',
            epcList: [epc],
          },
        ],
      },
    }),
  })
  expect([answer.status, await answer.text()]).toEqual([202, '{}'])
  return answer.headers.get('location') ?? ''
}

async function untilTaken(location: string, key: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await fetch(url + location, { headers: { authorization: `Bearer ${key}` } })
    const job = (await answer.json()) as { running: boolean; success: boolean }
    if (!job.running) return expect(job.success).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  throw new Error('not taken in time')
}

/** A record enters the log seconds after its commit. */
async function untilLogged(path: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if ((await fetch(url + path)).ok) return
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  throw new Error('not in the log in time')
}
