import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { look, openPhone } from './phone.ts'
import { onePerson, signInOverHttp, type Person } from './person.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

const JOURNEY = 'initiate-an-activity'
const url = inject('villageUrl')
const title = '清扫西溪河道'

let browser: Browser
let page: Page
let behind: Person

beforeAll(async () => {
  browser = await launchBrowser()
  const villager = await onePerson(url, 'villager')
  behind = await signInOverHttp(url, villager)
  page = (await openPhone(browser, url)).page
  await signIn(page, villager)
})

afterAll(async () => {
  await browser.close()
})

it('a villager initiates an activity', async () => {
  let activityId: string

  await step('writes down what, where, when and how many; a reload loses nothing', async () => {
    await page.getByRole('link', { name: '我要发起' }).click()
    await page.getByLabel('做什么').fill(title)
    await page.getByLabel('在哪里').fill('西溪桥头集合')
    const items = page.getByLabel('按哪一项计分')
    await items.selectOption({ index: 1 })
    await page.getByLabel('从', { exact: true }).fill(`${dayAhead(3)}T09:00`)
    await page.getByLabel('到', { exact: true }).fill(`${dayAhead(3)}T11:00`)
    await page.getByLabel('要多少人').fill('12')
    await page.getByLabel('说明').fill('带手套和垃圾袋。')
    await look(page, JOURNEY, '01-proposal')
    await page.reload()
    expect(await page.getByLabel('做什么').inputValue()).toBe(title)
    expect(await page.getByLabel('要多少人').inputValue()).toBe('12')
  })

  await step('hands it to the committee and sees that it waits', async () => {
    await page.getByRole('button', { name: '交给村委会审批' }).click()
    await page.getByText('村委会还没有审批').waitFor()
    activityId = page.url().split('/').at(-1) ?? ''
    await look(page, JOURNEY, '02-waits')
  })

  await step('gets it back with words, changes it and hands it in again', async () => {
    const committee = await signInOverHttp(url, await onePerson(url, 'committee'))
    const decision = { decision: 'send_back', words: '请写清楚带什么工具。' }
    await committee.post(`/api/activities/${activityId}/decide`, decision)
    await page.reload()
    await page.getByText('请写清楚带什么工具。').waitFor()
    await look(page, JOURNEY, '03-sent-back')
    await page.getByRole('link', { name: '修改后再交' }).click()
    await page.getByLabel('说明').fill('带手套、垃圾袋和长夹子。')
    await page.getByRole('button', { name: '再次交给村委会' }).click()
    await page.getByText('村委会还没有审批').waitFor()
    await committee.post(`/api/activities/${activityId}/decide`, { decision: 'approve' })
  })

  await step('finds it among the activities to come, and leads it', async () => {
    await page.goto('/#/activities?tab=mine')
    await page.reload()
    await page.locator(`a[href$="/activities/${activityId}"]`).click()
    await page.getByRole('button', { name: '我报名' }).waitFor()
    await look(page, JOURNEY, '04-approved')
    const { state, description, shifts } = await behind.get<{
      state: string
      description: string
      shifts: { quota: number; startsAt: string }[]
    }>(`/api/activities/${activityId}`)
    expect({ state, description }).toEqual({
      state: 'approved',
      description: '带手套、垃圾袋和长夹子。',
    })
    expect(shifts).toMatchObject([{ quota: 12, startsAt: `${dayAhead(3)}T01:00:00.000Z` }])
  })
})

/** A civil day in the village's time zone, so many days from today. */
function dayAhead(days: number): string {
  const instant = new Date(Date.now() + (days * 24 + 8) * 3_600_000)
  return instant.toISOString().slice(0, 10)
}
