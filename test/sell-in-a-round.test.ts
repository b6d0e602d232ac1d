import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { renderPages } from '../apps/server/test/printed-page.ts'
import { startScale, type ScaleSimulator } from '../apps/server/test/scale-simulator.ts'
import { castDemonstration } from '../apps/server/src/season/demonstration.ts'
import { launchBrowser } from './browser.ts'
import { lastCodeOf } from './found-village.ts'
import { onePerson, peopleOf, signInOverHttp, type Person } from './person.ts'
import { look, openPhone } from './phone.ts'
import { copySeason, type SeasonCopy } from './season-copy.ts'
import type { ServedVillage } from './served-village.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

const JOURNEY = 'sell-in-a-round'
const VILLAGE = '330109102259'
const GROWERS = 40
const SCALE = '磅房地磅'
const TARE_GRAMS = 1_200

let scale: ScaleSimulator
let copy: SeasonCopy
let village: ServedVillage
let browser: Browser

beforeAll(async () => {
  ;[browser, scale, copy] = await Promise.all([launchBrowser(), startScale(), copySeason()])
  await serve()
})

afterAll(async () => {
  await browser.close()
  await village.stop()
  await copy.remove()
  scale.close()
})

/** Its server is killed on the way, so this journey has a copy of the village for itself. */
async function serve(): Promise<void> {
  village = await copy.serve({ AZALEA_SCALES: `${VILLAGE}/磅房=127.0.0.1:${scale.line.port}` })
}

interface Slot {
  readonly householdId: string
  readonly place: number
  readonly headName: string
  readonly houseNo: string
  readonly comesAt: string
  readonly broughtGrams: number
}

interface Weighed {
  readonly harvests: { harvestId: string }[]
  readonly weighIns: { weighInId: string; lotNumber: string }[]
}

interface Entered {
  readonly weighInId: string
  readonly lotNumber: string
  readonly netGrams: number
}

it('forty growers sell in the order of points, to the fen', { timeout: 300_000 }, async () => {
  const [first, second] = await peopleOf(village.url, 'committee', 2)
  let drafter = await signInOverHttp(village.url, first!)
  let publisher = await signInOverHttp(village.url, second!)
  const technician = await onePerson(village.url, 'technician')
  let weigher = await signInOverHttp(village.url, technician)
  const { items } = await drafter.get<{
    items: { roundId: string; crop: string; state: string }[]
  }>('/api/rounds')
  const roundId = items.find(({ crop, state }) => crop === '大白菜' && state === 'called')!.roundId
  const slotsNow = async () =>
    (await weigher.get<{ items: Slot[] }>(`/api/rounds/${roundId}/slots?limit=100`)).items
  const weighedOf = (householdId: string) =>
    weigher.get<Weighed>(`/api/rounds/${roundId}/growers/${householdId}`)
  const slots = await slotsNow()
  const left = slots.filter(({ broughtGrams }) => broughtGrams === 0)
  const [inBrowser, cutOff, ...others] = left
  const seller = headOf(inBrowser!)

  await step('each has a time, in the order of points', async () => {
    const { lines } = await drafter.get<{
      lines: { holderId: string; honourHundredths: number }[]
    }>(`/api/offers/${roundId}/queue?limit=${GROWERS}`)
    expect(slots).toHaveLength(GROWERS)
    expect(slots.map(({ householdId }) => householdId)).toEqual(lines.map((one) => one.holderId))
    const honour = lines.map((line) => line.honourHundredths)
    expect(honour).toEqual(honour.toSorted((one, other) => other - one))
    const times = slots.map(({ comesAt }) => comesAt)
    expect(times).toEqual([...new Set(times)].toSorted())
  })

  const { page } = await openPhone(browser, village.url, 'elder-phone')
  await step('a grower reads when to come, and how much to bring', async () => {
    await signIn(page, seller)
    await page.goto(`/#/rounds/${roundId}`)
    await page.getByText('轮到您家').waitFor()
    await page
      .getByText(/20 公斤/)
      .first()
      .waitFor()
    await look(page, JOURNEY, '01-turn')
  })

  const desk = (await openPhone(browser, village.url)).page
  await step('the scale is checked with a test weight, read over its line', async () => {
    await drafter.post('/api/scales', {
      name: SCALE,
      speaks: 'serial',
      line: '磅房',
      toleranceGrams: 20,
    })
    await signIn(desk, technician)
    await desk.goto('/#/workbench/rounds/scales')
    const section = desk.locator('section', { hasText: SCALE })
    await section.getByText('校秤', { exact: true }).click()
    scale.put(20_000)
    await section.getByRole('button', { name: '从秤上读' }).click()
    await section.getByText('秤上读到 20 公斤').waitFor()
    await look(desk, JOURNEY, '02-scale-check')
    await section.getByRole('button', { name: '登记校秤' }).click()
    await section.getByText('今天可以过磅', { exact: true }).waitFor()
  })

  const grossOf = ({ place }: Slot) => 18_000 + place * 30

  await step('whoever comes is weighed by the scale', async () => {
    await desk.goto(`/#/workbench/rounds/${roundId}`)
    await desk.getByRole('heading', { level: 1 }).waitFor()
    await look(desk, JOURNEY, '03-queue')
    await desk.goto(`/#/workbench/rounds/${roundId}/growers/${inBrowser!.householdId}`)
    await weighInByScale(desk, grossOf(inBrowser!))
    await look(desk, JOURNEY, '05-weighed')
  })

  const { items: scales } = await weigher.get<{ items: { scaleId: string; name: string }[] }>(
    '/api/scales',
  )
  const { scaleId } = scales.find(({ name }) => name === SCALE)!
  const photoFileId = await photoOf(desk)
  const weighInOf = async (slot: Slot, how: { weighedHow: string; readingId?: string }) => ({
    harvestId: (await weighedOf(slot.householdId)).harvests[0]?.harvestId,
    scaleId,
    ...how,
    grade: 'first',
    grossGrams: grossOf(slot),
    tareGrams: TARE_GRAMS,
    photoFileId,
    outcome: 'accepted',
  })

  await step('the power goes amid a weigh-in: sent again, it stands once', async () => {
    const before = await lotsOf(weigher)
    scale.put(grossOf(cutOff!))
    const { readingId } = await weigher.post<{ readingId: string }>(
      `/api/scales/${scaleId}/readings`,
      {},
    )
    const weighIn = await weighInOf(cutOff!, { weighedHow: 'serial', readingId })
    const [path, key] = [`/api/rounds/${roundId}/weigh-ins`, randomUUID()]
    const cut = weigher.post(path, weighIn, key).catch(() => null)
    await village.kill()
    await cut
    await serve()
    ;[weigher, drafter, publisher] = [weigher, drafter, publisher].map((one) =>
      one.at(village.url),
    ) as [Person, Person, Person]
    const entered = await weigher.post<Entered>(path, weighIn, key)
    expect(await weigher.post<Entered>(path, weighIn, key)).toEqual(entered)
    expect((await weighedOf(cutOff!.householdId)).weighIns).toMatchObject([entered])
    expect(await lotsOf(weigher)).toBe(before + 1)
  })

  await step('all the others come, and the round is closed at once', async () => {
    for (const slot of others)
      await weigher.post(
        `/api/rounds/${roundId}/weigh-ins`,
        await weighInOf(slot, { weighedHow: 'typed' }),
      )
    expect(await drafter.post(`/api/rounds/${roundId}/close`, {})).toEqual({
      cameCount: GROWERS,
      missedCount: 0,
    })
  })

  const settlementId = await step('one settles it, and a second household confirms', async () => {
    const proposed = await drafter.post<{ settlementId: string }>(
      `/api/rounds/${roundId}/settlements`,
      {},
    )
    const officer = (await openPhone(browser, village.url, 'desktop')).page
    await signIn(officer, second!)
    await officer.goto(`/#/workbench/rounds/settlements/${proposed.settlementId}`)
    const confirm = officer.getByRole('button', { name: '确认结算' })
    await confirm.waitFor()
    await look(officer, JOURNEY, '06-settlement')
    await confirm.click()
    await officer.getByText('已经结算，付款单在“村里的钱”。').waitFor()
    await look(officer, JOURNEY, '07-settled')
    return proposed.settlementId
  })

  await step('the grower reads the statement, and prints it', async () => {
    await page.goto(`${village.url}/#/rounds/${roundId}`)
    await page.getByText(/从秤上直接读/).waitFor()
    await look(page, JOURNEY, '08-own-weigh-in')
    await page.goto(`${village.url}/#/rounds/statements/${settlementId}`)
    await page.getByText('实付').first().waitFor()
    await look(page, JOURNEY, '09-statement')
    const href = await page.getByRole('link', { name: /PDF/ }).getAttribute('href')
    const answer = await page.request.get(new URL(href ?? '', village.url).href)
    expect(answer.headers()['content-type']).toContain('application/pdf')
    await lookAtPaper(await answer.body(), '10-paper')
    const amountFen = Math.round(((grossOf(inBrowser!) - TARE_GRAMS) * 320) / 1_000)
    const told = await page.request.get(`${village.url}/api/round-settlements/${settlementId}/mine`)
    const statement = (await told.json()) as { paidFen: number }
    expect(statement.paidFen).toBe(amountFen - Math.floor((amountFen * 20) / 1_000))
  })
})

/** The head of this household, whose code the server prints. */
function headOf({ headName: name, houseNo }: Slot) {
  const { people } = castDemonstration()
  const head = people.find((one) => one.name === name && one.houseNo === houseNo)
  if (typeof head?.phone !== 'string') throw new Error(`${name} has no telephone`)
  const { phone } = head
  return { name, phone, code: () => lastCodeOf(village, phone) }
}

async function lotsOf(weigher: Person): Promise<number> {
  return (await weigher.get<{ lots: unknown[] }>('/api/harvest-lots')).lots.length
}

async function photoOf(desk: Page): Promise<string> {
  const upload = { file: { name: 'crate.png', mimeType: 'image/png', buffer: PICTURE } }
  const photo = await desk.request.post(`${village.url}/api/photos`, {
    multipart: upload,
    headers: { 'idempotency-key': randomUUID() },
  })
  return ((await photo.json()) as { fileId: string }).fileId
}

async function weighInByScale(desk: Page, grams: number): Promise<void> {
  await desk.getByLabel('等级').selectOption('first')
  await desk.getByLabel('用哪台秤').selectOption({ label: SCALE })
  scale.put(grams)
  await desk.getByRole('button', { name: '从秤上读' }).click()
  await desk.getByText(`秤上读到 ${grams / 1000} 公斤`).waitFor()
  await desk.getByLabel('皮重').fill(String(TARE_GRAMS / 1_000))
  await desk.locator('input[type=file]').setInputFiles({
    name: 'crate.png',
    mimeType: 'image/png',
    buffer: PICTURE,
  })
  await desk.getByLabel('收不收').selectOption('accepted')
  await look(desk, JOURNEY, '04-weighing')
  await desk.getByRole('button', { name: '登记过磅' }).click()
  await desk.getByText('这一户已经过磅的').waitFor()
}

/** Saves the pages of a printed file beside the screens. */
async function lookAtPaper(pdf: Buffer, name: string): Promise<void> {
  for (const [at, { png }] of (await renderPages(pdf, 80)).entries())
    await writeFile(`test-results/screens/${JOURNEY}/${name}.${at + 1}.png`, png)
}

/** One pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
