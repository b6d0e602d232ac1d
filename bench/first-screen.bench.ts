import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { join } from 'node:path'
import { round } from './measure.ts'

/** Pages that a first visit may open: nobody signed in, a villager at home, a scanned plate. */
const PAGES = [[], ['home-page'], ['plate-page']] as const

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
