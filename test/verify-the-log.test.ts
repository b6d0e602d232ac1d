import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { createTestLog, type TestLog } from '../packages/client/test/test-log.ts'
import { launchBrowser } from './browser.ts'
import { look, openPhone } from './phone.ts'
import { onePerson, signInOverHttp } from './person.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

const JOURNEY = 'verify-the-log'
const url = inject('villageUrl')

let browser: Browser
let villageId: string

beforeAll(async () => {
  browser = await launchBrowser()
  const answer = await fetch(`${url}/api/setup`)
  const { villages } = (await answer.json()) as { villages: { villageId: string }[] }
  villageId = villages[0]?.villageId ?? ''
})

afterAll(async () => {
  await browser.close()
})

describe('a villager proves an award', () => {
  let context: BrowserContext
  let awardId: string
  let receipt: string

  beforeAll(async () => {
    const villager = await onePerson(url, 'villager')
    const behind = await signInOverHttp(url, villager)
    const { items } = await behind.get<{ items: { awardId: string; sourceKind: string }[] }>(
      '/api/me/awards',
    )
    awardId = items.find(({ sourceKind }) => sourceKind === 'attendance')?.awardId ?? ''
    const opened = await openPhone(browser, url)
    context = opened.context
    const { page } = opened
    await signIn(page, villager)
    receipt = await page.evaluate(
      async (path) => (await fetch(path)).text(),
      `/api/awards/${awardId}/receipt`,
    )
  })

  afterAll(() => context.close())

  it('sees since when it is in the log and who saw it, and verifies it with one tap', async () => {
    const page = await context.newPage()
    await page.goto(`/#/awards/${awardId}`)
    await page.getByText('位见证人看过').click()
    await page.getByText('村委会的见证机').waitFor()
    await look(page, JOURNEY, '01-award')
    await page.getByRole('link', { name: '自己验一验' }).click()
    await page.getByText('已经证明').waitFor()
    await page.getByText('和账本现在的样子也对过了').waitFor()
    await look(page, JOURNEY, '02-proved')
  })

  it('finds it among all records about them', async () => {
    const page = await context.newPage()
    await page.goto('/#/me/records')
    const booked = page.getByRole('link', { name: '积分入账' }).first()
    const more = page.getByRole('button', { name: '再看一些' })
    // However much has happened since.
    for (;;) {
      await booked.or(more).first().waitFor()
      if (await booked.isVisible()) break
      await more.click()
    }
    await booked.click()
    await page.getByText('已经证明').waitFor()
  })

  it('proves it to somebody who is not signed in, from the text alone', async () => {
    const stranger = await openPhone(browser, url)
    await stranger.page.goto(`/#/verify/${villageId}`)
    await check(stranger.page, receipt)
    await stranger.page.getByText('已经证明').waitFor()
    await stranger.context.close()
  })

  it('is told when one figure of the receipt was changed', async () => {
    const { page: other, context: theirs } = await openPhone(browser, url)
    await other.goto(`/#/verify/${villageId}`)
    await check(other, changedExtra(receipt))
    await other.getByText('记录的内容或位置被改过').waitFor()
    await look(other, JOURNEY, '03-tampered')
    await check(other, receipt.replace(/^index .*$/m, 'index 0'))
    await other.getByText('记录的内容或位置被改过').waitFor()
    await check(other, receipt.replace(/(\n\n.+\n)(\d+)\n/, '$19$2\n'))
    await other.getByText('签名对不上').waitFor()
    await theirs.close()
  })
})

it('a device that has seen the log', async () => {
  // Signed with keys of our own, since the village's log does not sign forks.
  const log = await createTestLog(1)
  log.append(300)
  await log.publish()
  const { context, page } = await openPhone(browser, url)
  await serveInstead(page, log)
  await page.goto(`/#/verify/${villageId}`)

  await step('remembers it, and says how it has grown', async () => {
    await page.getByText('头一回看它').waitFor()
    log.append(500)
    await log.publish()
    await page.reload()
    await page.getByText('多了 500 条，原来的 300 条一条没动').waitFor()
  })

  await step('says which witness is missing, and what that means', async () => {
    await log.publish(['agriculture-office'])
    await page.reload()
    await page.getByText('少了村委会的见证机').waitFor()
    await page.getByText('少了一双眼睛盯着').waitFor()
    await look(page, JOURNEY, '04-witness-missing')
    await log.publish([])
    await page.reload()
    await page.getByText('见证人不够。').waitFor()
  })

  await step(
    'shouts when the log was altered, again and again, and keeps the evidence',
    async () => {
      log.forget(10)
      log.appendOther(100)
      await log.publish()
      await page.reload()
      await page.getByText('账本被改过！').waitFor()
      await page.reload()
      await page.getByText('账本被改过！').waitFor()
      await look(page, JOURNEY, '05-forked')
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: '存下证据' }).click()
      expect((await download).suggestedFilename()).toBe(`evidence-${villageId}.txt`)
    },
  )

  await step('shouts when it is to trust others, until its owner has asked', async () => {
    await page.unroute(`**/log/${villageId}/**`)
    await page.reload()
    await page.getByText('要您相信的人换了').waitFor()
    await page.getByRole('button', { name: '我问过了，相信新的' }).click()
    // The log that it had seen is still in its mind: the new one says nothing of it.
    await page.getByText('新账本没有接上旧账本').waitFor()
    await look(page, JOURNEY, '06-not-a-successor')
    await page.getByRole('button', { name: '我问过了，从新账本记起' }).click()
    await page.getByText('头一回看它').waitFor()
  })
  await context.close()
})

async function check(page: Page, text: string): Promise<void> {
  await page.getByLabel('或者贴在这里').fill(text)
  await page.getByRole('button', { name: '验这张凭据' }).click()
}

/** The receipt with another day in the record that it carries. */
function changedExtra(receipt: string): string {
  return receipt.replace(/^extra (.+)$/m, (_line, encoded: string) => {
    const extra = Buffer.from(encoded, 'base64').toString()
    const changed = extra.replace(
      /(at\\":\\"\d{4}-\d{2}-)(\d)/,
      (_, day: string, digit: string) => `${day}${digit === '0' ? '1' : '0'}`,
    )
    expect(changed).not.toBe(extra)
    return `extra ${Buffer.from(changed).toString('base64')}`
  })
}

/** Has this page's requests for the village's log answered by another log. */
async function serveInstead(page: Page, log: TestLog): Promise<void> {
  await page.route(`**/log/${villageId}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.split(`/log/${villageId}/`)[1] ?? ''
    if (name === 'policy') return route.fulfill({ body: await log.pieces.readPolicy() })
    if (name === 'checkpoint') return route.fulfill({ body: await log.pieces.readCheckpoint() })
    const tile = log.tiles.get(name)
    return tile === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ body: Buffer.from(tile) })
  })
}
