import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { join } from 'node:path'
import { launchBrowser } from '../test/browser.ts'
import { serveVillage } from '../test/served-village.ts'
import { measureFirstVisits, SLOW_PHONE } from './first-visits.ts'
import { round } from './measure.ts'

/** What may be opened first: the frame alone, a visitor's home, a villager's home, a scanned plate. */
const PAGES = [
  [],
  ['home-page'],
  ['home-page', 'member-home', 'outbox'],
  ['plate-page'],
  ['plate-page', 'outbox'],
  ['verify-page', 'outbox'],
  ['lead-page', 'outbox'],
] as const

/** Of each screen, how often it is opened on a new phone. */
const TIMES = 3
const TARGET_SECONDS = { first: 6, second: 2 } as const

/**
 * Seconds and bytes until a slow telephone shows the first useful content, on the first visit and on
 * the next; and the gzipped script of the built web application, beside its budget.
 */
export async function benchFirstScreen() {
  return { visits: await benchVisits(), scripts: await benchScripts() }
}

/** `BENCH_VILLAGE` names a demonstration village that is served already; else one is loaded. */
async function benchVisits() {
  const served = process.env['BENCH_VILLAGE']
  const village = served ? null : await serveVillage({ demonstration: true })
  const browser = await launchBrowser()
  try {
    const url = served ?? village?.url ?? ''
    const screens = await measureFirstVisits(browser, url, TIMES)
    return { phone: SLOW_PHONE, targetSeconds: TARGET_SECONDS, screens }
  } finally {
    await browser.close()
    await village?.stop()
  }
}

async function benchScripts() {
  const screens: Record<string, unknown> = {}
  for (const pages of PAGES) {
    const script = join(import.meta.dirname, '../scripts/bundle-size.mjs')
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...pages])
    const { scriptGzipBytes, styleGzipBytes, budgetBytes } = JSON.parse(stdout) as {
      scriptGzipBytes: number
      styleGzipBytes: number
      budgetBytes: number
    }
    screens[pages.join(' + ') || 'frame'] = {
      scriptGzipBytes,
      styleGzipBytes,
      budgetBytes,
      ratioToBudget: round(scriptGzipBytes / budgetBytes),
    }
  }
  return screens
}
