import type { Browser, BrowserContext, Page } from 'playwright-core'
import { aPlateToRate } from '../test/plate-to-rate.ts'
import { onePerson, signInOverHttp } from '../test/person.ts'
import { signIn } from '../test/sign-in.ts'
import { round } from './measure.ts'
import { openSlowLine, type SlowLine } from './slow-line.ts'

/** A telephone of years ago, far from the mast. */
export const SLOW_PHONE = {
  bitsPerSecond: 400_000,
  roundTripMilliseconds: 400,
  processorTimesSlower: 4,
} as const

/** The phone is put away when its line has been quiet this long, or after the time below. */
const QUIET_MILLISECONDS = 3_000
const SETTLED_WITHIN_MILLISECONDS = 20_000
const CONTENT_WITHIN_MILLISECONDS = 60_000
const PROBE_MILLISECONDS = 300

export interface Visit {
  /** From the tap until the first useful content stands on the page. */
  readonly seconds: number
  /** What had come down the line by then. */
  readonly kilobytes: number
  /** What the processor came to: the brake and what other programs of this machine took. */
  readonly processorTimesSlower: number
}

export interface Screen {
  readonly first: Visit
  /** With what the first visit has left on the phone. */
  readonly second: Visit
}

interface Address {
  readonly path: string
  /** What stands there only when the server's answer does. */
  readonly content: string
  readonly signedIn?: boolean
}

/** Opens each screen on a slow telephone, for the first time and once again. */
export async function measureFirstVisits(
  browser: Browser,
  url: string,
  times: number,
): Promise<Record<string, Screen>> {
  const person = await onePerson(url, 'villager')
  const villager = await signInOverHttp(url, person)
  const { code } = await aPlateToRate(url, villager)
  const addresses: Record<string, Address> = {
    'visitor home': { path: '/', content: '.stat' },
    plate: { path: `/p/${code}`, content: '.stars-given' },
    'member home': { path: '/', content: '.stat', signedIn: true },
  }
  const line = await openSlowLine(Number(new URL(url).port), SLOW_PHONE)
  const screens: Record<string, Screen> = {}
  try {
    for (const [name, address] of Object.entries(addresses)) {
      const cookies = address.signedIn ? await cookiesOf(browser, url, person) : []
      const visits: Screen[] = []
      for (let no = 0; no < times; no += 1)
        visits.push(await visitTwice(browser, line, address, cookies))
      screens[name] = {
        first: quietestVisit(visits.map(({ first }) => first)),
        second: quietestVisit(visits.map(({ second }) => second)),
      }
    }
  } finally {
    await line.close()
  }
  return screens
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

async function cookiesOf(
  browser: Browser,
  url: string,
  person: Awaited<ReturnType<typeof onePerson>>,
): Promise<Cookies> {
  const context = await browser.newContext({ baseURL: url, locale: 'zh-CN' })
  await signIn(await context.newPage(), person)
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

async function visitTwice(
  browser: Browser,
  line: SlowLine,
  address: Address,
  cookies: Cookies,
): Promise<Screen> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'zh-CN',
  })
  try {
    await context.addCookies(cookies)
    line.takeBytes()
    const { visit: first, page } = await open(context, line, address)
    await page.waitForFunction(
      () => navigator.serviceWorker.controller?.state === 'activated',
      undefined,
      { timeout: CONTENT_WITHIN_MILLISECONDS },
    )
    await untilQuiet(line)
    await page.close()
    const { visit: second } = await open(context, line, address)
    return { first, second }
  } finally {
    await context.close()
  }
}

async function open(
  context: BrowserContext,
  line: SlowLine,
  { path, content }: Address,
): Promise<{ visit: Visit; page: Page }> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const taken = timesSlowerByOthers()
  const rate = Math.max(1, SLOW_PHONE.processorTimesSlower / taken)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate })
  await page.addInitScript((selector) => {
    const watch = new MutationObserver(() => {
      if (document.querySelector(selector) === null) return
      watch.disconnect()
      // The frame in which it is painted.
      requestAnimationFrame(() => performance.mark('useful'))
    })
    watch.observe(document, { childList: true, subtree: true })
  }, content)
  line.takeBytes()
  await page.goto(`http://localhost:${line.port}${path}`, { waitUntil: 'commit' })
  const useful = await page.waitForFunction(
    () => performance.getEntriesByName('useful')[0]?.startTime,
    undefined,
    { polling: 50, timeout: CONTENT_WITHIN_MILLISECONDS },
  )
  const kilobytes = line.takeBytes() / 1000
  const seconds = Number(await useful.jsonValue()) / 1000
  return { page, visit: { seconds, kilobytes, processorTimesSlower: taken * rate } }
}

/** How much longer than its own work a program takes here, now; 1 where nothing else runs. */
function timesSlowerByOthers(): number {
  const [began, before] = [performance.now(), process.cpuUsage()]
  while (performance.now() - began < PROBE_MILLISECONDS);
  const { user, system } = process.cpuUsage(before)
  return Math.max(1, (performance.now() - began) / ((user + system) / 1000))
}

async function untilQuiet(line: SlowLine): Promise<void> {
  const deadline = performance.now() + SETTLED_WITHIN_MILLISECONDS
  while (performance.now() < deadline) {
    line.takeBytes()
    await new Promise((resolve) => setTimeout(resolve, QUIET_MILLISECONDS))
    if (line.takeBytes() === 0) return
  }
}

/** The one that other programs of this machine disturbed least: no phone shares its processor. */
function quietestVisit(visits: readonly Visit[]): Visit {
  const { seconds, kilobytes, processorTimesSlower } = visits.reduce((one, other) =>
    other.processorTimesSlower < one.processorTimesSlower ? other : one,
  )
  return {
    seconds: round(seconds),
    kilobytes: round(kilobytes, 1),
    processorTimesSlower: round(processorTimesSlower, 1),
  }
}
