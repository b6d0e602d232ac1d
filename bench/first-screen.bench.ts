import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { join } from 'node:path'
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

/** The gzipped script before the first screen, of the built web application, beside its budget. */
export async function benchFirstScreen() {
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
