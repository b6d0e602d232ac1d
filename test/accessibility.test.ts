import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { axeFaults } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { openPhone, showAs } from './phone.ts'
import { onePerson, peopleOf, signInOverHttp, type Person, type SignIn } from './person.ts'
import { signIn } from './sign-in.ts'
import { hiddenByBar, unreadableText } from './text-seen.ts'

const url = inject('villageUrl')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Elder mode is the same page with other sizes and colours, so only these can differ. */
const rulesOfLooks = ['color-contrast', 'target-size', 'scrollable-region-focusable']
const all = { type: 'tag', values: standards } as const
const ofLooks = { type: 'rule', values: rulesOfLooks } as const
/** In this order each differs from the one before in language or in mode; axe looks at the Chinese ones. */
const forms = [
  { note: '', language: 'zh', elder: false, rules: all },
  { note: ' (elder)', language: 'zh', elder: true, rules: ofLooks },
  { note: ' (English, elder)', language: 'en', elder: true, rules: null },
  { note: ' (English)', language: 'en', elder: false, rules: null },
] as const

let browser: Browser
let villager: SignIn
let member: SignIn
let villageId: string
let plate: string
let post: string
let activity: string
let award: string
let pack: string
/** Land of the villager's own. */
let garden: string

beforeAll(async () => {
  browser = await launchBrowser()
  villager = await onePerson(url, 'villager')
  member = await onePerson(url, 'committee')
  const [, other = villager] = await peopleOf(url, 'villager')
  const cadre = await signInOverHttp(url, member)
  plate = (await firstOf<{ code: string }>(cadre, '/api/plates?kind=plot')).code
  post = (await firstOf<{ subjectId: string }>(cadre, '/api/plates?kind=post')).subjectId
  pack = `${(await firstOf<{ number: string }>(cadre, '/api/packings')).number}-001`
  const person = await signInOverHttp(url, villager)
  activity = (await firstOf<{ activityId: string }>(person, '/api/activities?scope=upcoming'))
    .activityId
  villager = other
  const someone = await signInOverHttp(url, villager)
  award = (await firstOf<{ awardId: string }>(someone, '/api/me/awards')).awardId
  const { plots } = await someone.get<{ plots: { plotId: string; isMine: boolean }[] }>(
    '/api/plots',
  )
  garden = plots.find(({ isMine }) => isMine)?.plotId ?? ''
  const { session } = await someone.get<{ session: { village: { villageId: string } } }>(
    '/api/session',
  )
  villageId = session.village.villageId
})

afterAll(async () => {
  await browser.close()
})

describe('everybody can use every page, plain and in elder mode', { timeout: 300_000 }, () => {
  it('or it is told: a button without a name, and text that can hardly be seen', async () => {
    const { page, context } = await openPhone(browser, url)
    await page.goto('/#/sign-in')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.evaluate(() => {
      const planted = '<button></button><p style="color:#ddd;background:#eee">映山红</p>'
      document.querySelector('main')?.insertAdjacentHTML('beforeend', planted)
    })
    const found = await axeFaults(page, all)
    await context.close()
    const rules = found.map((fault) => fault.split(' ')[0])
    expect(rules).toEqual(['button-name', 'color-contrast'])
  })

  it('before signing in', async () => {
    const { page, context } = await openPhone(browser, url)
    const paths = [
      '/',
      '/sign-in',
      '/scan',
      `/p/${plate}`,
      `/v/${villageId}/board`,
      `/t/${villageId}/${pack}`,
      `/verify/${villageId}`,
    ]
    const land = [`/v/${villageId}/plots`, `/v/${villageId}/inputs`, `/wall/called/${villageId}`]
    const found = await faultsOf(page, [...paths, ...land, `/v/${villageId}/rules`])
    await context.close()
    expect(found).toEqual([])
  })

  it('as a villager', async () => {
    const { page, context } = await openPhone(browser, url)
    await signIn(page, villager)
    const paths = ['/', '/rate', `/p/${plate}/rate`, '/activities', `/activities/${activity}`]
    const own = [
      '/me',
      '/me/awards',
      `/awards/${award}`,
      '/me/points',
      '/me/shifts',
      '/me/data',
      '/me/records',
      '/me/objections',
      '/me/reports',
      '/report',
    ]
    const benefits = [
      '/offers',
      '/rounds',
      '/me/shop',
      '/me/shop/code',
      '/me/money',
      '/me/vouchers',
      '/me/gifts',
    ]
    const rest = ['/activities/new', '/board', '/notices', '/me/messages', '/settings', '/waiting']
    const land = ['/plots', '/tasks', '/own-plan', `/plots/${garden}/inputs`]
    const found = await faultsOf(page, [...paths, ...own, ...benefits, ...land, ...rest])
    await context.close()
    expect(found).toEqual([])
  })

  it('by keyboard, with nothing left under the bar of places', async () => {
    const { page, context } = await openPhone(browser, url)
    await signIn(page, villager)
    const found: string[] = []
    for (const path of ['/me', '/me/data', '/report', '/activities/new']) {
      await page.goto(`/#${path}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await showAs(page, { language: 'zh', elder: true })
      found.push(...(await hiddenByBar(page, 40)))
    }
    await context.close()
    expect(found).toEqual([])
  })

  it('as a member of the committee', async () => {
    const { page, context } = await openPhone(browser, url)
    await signIn(page, member)
    const rooms = [
      '',
      '/activities',
      '/deeds',
      '/notices',
      '/objections',
      '/log',
      '/roster',
      '/roster/import',
      '/posts',
      '/offers',
      '/offers/new',
      '/rounds',
      '/rounds/new',
      '/rounds/scales',
      '/rounds/disputes',
      '/packs',
      '/packs/recalls',
      '/order-rules',
      '/what-if',
      '/shop',
      '/shop/reserve',
      '/shop/stock',
      '/shop/market',
      '/vouchers',
      '/vouchers/merchants',
      '/vouchers/kinds/new',
      '/money',
      '/money/budgets/new',
      '/plots',
      '/plots/draw',
      '/plots/import',
      '/plots/season',
      '/plots/bounds',
      '/plan',
      '/plan/crops',
      '/plan/facts',
      '/tasks',
      '/inputs',
    ]
    const paths = rooms.map((room) => `/workbench${room}`)
    const found = await faultsOf(page, [...paths, `/wall/${post}`])
    await context.close()
    expect(found).toEqual([])
  })
})

/**
 * Every fault of these pages, as one line each. A page is seen in the forms one way, the next one
 * back, so that each is asked for once in each language.
 */
async function faultsOf(page: Page, paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const [at, path] of paths.entries()) {
    await page.goto(`/#${path}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    for (const { note, language, elder, rules } of at % 2 === 0 ? forms : forms.toReversed()) {
      await showAs(page, { language, elder })
      await page.waitForFunction(() => document.querySelector('.skeleton') === null)
      found.push(...(await faultsSeen(page, `${path}${note}`, rules)))
    }
  }
  return found
}

async function faultsSeen(
  page: Page,
  where: string,
  rules: Parameters<typeof axeFaults>[1] | null,
): Promise<string[]> {
  const found = rules === null ? [] : await axeFaults(page, rules)
  const faults = found.map((fault) => `${where}: ${fault}`)
  return [...faults, ...(await textFaults(page, where))]
}

/** What cannot be read as it stands, in whatever language it is shown. */
async function textFaults(page: Page, where: string): Promise<string[]> {
  const faults = (await unreadableText(page)).map((fault) => `${where}: ${fault}`)
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return tooWide > 0 ? [...faults, `${where}: wider than the screen by ${tooWide}`] : faults
}

async function firstOf<T>(person: Person, path: string): Promise<T> {
  const { items } = await person.get<{ items: T[] }>(path)
  const [first] = items
  if (first === undefined) throw new Error(`nothing at ${path}`)
  return first
}
