import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** The sizes and settings in which every step of a journey is looked at. */
export const forms = {
  phone: { width: 360, height: 740, language: 'zh', elder: false },
  'elder-phone': { width: 360, height: 740, language: 'zh', elder: true },
  'phone-en': { width: 360, height: 740, language: 'en', elder: false },
  desktop: { width: 1280, height: 900, language: 'zh', elder: false },
} as const

export type Form = keyof typeof forms

const SCREENS = 'test-results/screens'
/** On a phone only, unless `JOURNEY_FORMS=all` asks for every form: a picture takes longer than a step. */
const pictured = Object.entries(forms).filter(
  ([name]) => name === 'phone' || process.env['JOURNEY_FORMS'] === 'all',
)
const TALLEST = 4000
/** For one thing to appear; long, because machines that test are busy. */
const PATIENCE_MILLISECONDS = 15_000

/** A browser of one person: own cookies, own storage. */
export async function openPhone(
  browser: Browser,
  url: string,
  form: Form = 'phone',
): Promise<{ context: BrowserContext; page: Page }> {
  const { width, height, language, elder } = forms[form]
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    timezoneId: 'Asia/Shanghai',
    baseURL: url,
    reducedMotion: 'reduce',
  })
  const settings = JSON.stringify({ language, elder, highContrast: false })
  await context.addInitScript(
    ([key, value]) => localStorage.setItem(key ?? '', value ?? ''),
    ['azalea.settings', settings],
  )
  await shiftClock(context)
  context.setDefaultTimeout(PATIENCE_MILLISECONDS)
  return { context, page: await context.newPage() }
}

/** The clock of a telephone goes as its village's does. */
async function shiftClock(context: BrowserContext): Promise<void> {
  const clock = await readFile(new URL('shift-clock.mjs', import.meta.url), 'utf8')
  const shift = JSON.stringify({ env: { CLOCK_SHIFT: process.env['CLOCK_SHIFT'] } })
  await context.addInitScript(`((process) => {${clock}\n})(${shift})`)
}

/**
 * Saves what the person sees now, in the forms asked for: the same page is laid out again at each
 * size, in elder mode and in English, then put back. Each picture is as tall as the page, so that
 * the places stand at its foot and cover nothing.
 */
export async function look(page: Page, journey: string, step: string): Promise<void> {
  const folder = join(SCREENS, journey)
  await mkdir(folder, { recursive: true })
  const before = await page.evaluate(() => localStorage.getItem('azalea.settings'))
  const size = page.viewportSize()
  for (const [name, { width, height, language, elder }] of pictured) {
    await page.setViewportSize({ width, height })
    await showAs(page, { language, elder })
    const tall = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width, height: Math.min(Math.max(height, tall), TALLEST) })
    await page.screenshot({ path: join(folder, `${step}.${name}.png`) })
  }
  if (size) await page.setViewportSize(size)
  const after = await page.evaluate(() => localStorage.getItem('azalea.settings'))
  if (after !== before) await settle(page, before)
}

/** Shows the page in a language, plain or in elder mode, once what that asks of the server is there. */
export async function showAs(
  page: Page,
  { language, elder }: { readonly language: 'zh' | 'en'; readonly elder: boolean },
): Promise<void> {
  await settle(page, JSON.stringify({ language, elder, highContrast: false }))
}

/** Changes the settings as another tab of the same phone would, so that nothing entered is lost. */
async function settle(page: Page, settings: string | null): Promise<void> {
  const before = await page.evaluate((value) => {
    const kept = localStorage.getItem('azalea.settings')
    if (value === null) localStorage.removeItem('azalea.settings')
    else localStorage.setItem('azalea.settings', value)
    window.dispatchEvent(new StorageEvent('storage', { key: 'azalea.settings', newValue: value }))
    return kept
  }, settings)
  // Another language is asked of the server; what is loading has a skeleton or an old text till then.
  if (differOnlyInLooks(before, settings)) await untilPainted(page)
  else await page.waitForTimeout(120)
  await page
    .waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null, null, {
      timeout: PATIENCE_MILLISECONDS,
    })
    .catch(() => undefined)
}

/** Elder mode asks nothing of the server: sizes and colours change, and nothing else. */
function differOnlyInLooks(before: string | null, after: string | null): boolean {
  if (before === null || after === null) return false
  const [one, other] = [JSON.parse(before), JSON.parse(after)]
  return one.language === other.language && one.elder !== other.elder
}

async function untilPainted(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((painted) => {
        requestAnimationFrame(() => requestAnimationFrame(() => painted()))
      }),
  )
}
