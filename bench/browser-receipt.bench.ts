import { join } from 'node:path'
import { build } from 'esbuild'
import type { Page as BrowserPage } from 'playwright-core'
import { createTestLog } from '../packages/client/test/test-log.ts'
import { launchBrowser } from '../test/browser.ts'
import { quantile, round } from './measure.ts'

const ENTRIES = 131_072
const TIMES = 200
/** Pages opened anew for the first receipt on each. */
const PAGES = 10
const TARGET_MILLISECONDS = 20

/** What the page below hangs on `window`; the functions are the application's own. */
interface Page {
  milliseconds(
    policy: string,
    receipt: string,
    times: number,
    withLibrary: boolean,
  ): Promise<number[]>
  bareMilliseconds(times: number): Promise<number[]>
  /** The first receipt; `isIdle`: after the page has done what it does before it waits. */
  firstMilliseconds(
    policy: string,
    checkpoint: string,
    receipt: string,
    isIdle: boolean,
  ): Promise<number>
}

const PROGRAM = `
  import { cryptoSuite, openCryptoSuite, warmUpCrypto } from './crypto-suite.ts'
  import { verifyLog } from './verify-log.ts'
  import { verifyReceiptText } from './verify-receipt.ts'
  const without = {
    importKey: () => Promise.reject(new Error('NotSupportedError')),
    verify: () => Promise.reject(new Error('never asked')),
  }
  const timed = async (times, work) => {
    const taken = []
    for (let i = 0; i < times; i++) {
      const start = performance.now()
      await work()
      taken.push(performance.now() - start)
    }
    return taken
  }
  window.milliseconds = (policy, receipt, times, withLibrary) => {
    const readTile = () => Promise.reject(new Error('compares with nothing'))
    return timed(times, async () => {
      const suite = await openCryptoSuite(withLibrary ? without : undefined)
      const report = await verifyReceiptText(suite, { policy, head: null, readTile }, receipt)
      if (report.state !== 'proved') throw new Error(JSON.stringify(report))
    })
  }
  window.firstMilliseconds = async (policy, checkpoint, receipt, isIdle) => {
    const readTile = () => Promise.reject(new Error('compares with nothing'))
    if (isIdle) {
      const pieces = { readPolicy: async () => policy, readCheckpoint: async () => checkpoint, readTile }
      await verifyLog(await cryptoSuite(), pieces, null)
      await warmUpCrypto()
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    const [taken] = await timed(1, async () => {
      const report = await verifyReceiptText(await cryptoSuite(), { policy, head: null, readTile }, receipt)
      if (report.state !== 'proved') throw new Error(JSON.stringify(report))
    })
    return taken
  }
  window.bareMilliseconds = async (times) => {
    const { publicKey, privateKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
    const text = new Uint8Array(150)
    const signature = await crypto.subtle.sign('Ed25519', privateKey, text)
    return timed(times, async () => {
      for (let i = 0; i < 3; i++) await crypto.subtle.verify('Ed25519', publicKey, signature, text)
    })
  }
`

/**
 * How long Chromium takes to verify one receipt of a log and two witnesses, in milliseconds: the first
 * on a page that was just loaded and has checked the head and is idle (what a reader meets), the first
 * of all with nothing run before, and the median and p99 of many, beside the three bare signature
 * checks that are in each.
 */
export async function benchReceiptInBrowser() {
  const log = await createTestLog(2)
  log.append(ENTRIES)
  const checkpoint = await log.publish()
  const receipt = await log.receipt(12_345)
  const browser = await launchBrowser()
  const program = await bundled()
  const onPage = async <T>(work: (page: BrowserPage) => Promise<T>): Promise<T> => {
    const context = await browser.newContext()
    const page = await context.newPage()
    // WebCrypto is there on pages with TLS and on this host only.
    await page.route('http://localhost/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
    )
    await page.goto('http://localhost/')
    await page.addScriptTag({ content: program })
    const result = await work(page)
    await context.close()
    return result
  }
  const firsts = async (isIdle: boolean) => {
    const taken: number[] = []
    for (let no = 0; no < PAGES; no++)
      taken.push(
        await onPage((page) =>
          page.evaluate(
            ([policy, note, text, idle]) =>
              (window as unknown as Page).firstMilliseconds(policy, note, text, idle),
            [log.policy, checkpoint, receipt, isIdle] as const,
          ),
        ),
      )
    return { p50Milliseconds: round(quantile(taken, 0.5)), worst: round(Math.max(...taken)) }
  }
  const many = (withLibrary: boolean) =>
    onPage((page) =>
      page.evaluate(
        ([policy, text, times, library]) =>
          (window as unknown as Page).milliseconds(policy, text, times, library),
        [log.policy, receipt, TIMES, withLibrary] as const,
      ),
    )
  try {
    const firstOnIdlePage = await firsts(true)
    return {
      entries: ENTRIES,
      receiptBytes: receipt.length,
      firstOnIdlePage,
      firstOfAll: await firsts(false),
      webCrypto: summaryOf(await many(false)),
      library: summaryOf(await many(true)),
      bareSignatures: summaryOf(
        await onPage((page) =>
          page.evaluate((times) => (window as unknown as Page).bareMilliseconds(times), TIMES),
        ),
      ),
      targetMilliseconds: TARGET_MILLISECONDS,
      ratioToTarget: round(firstOnIdlePage.p50Milliseconds / TARGET_MILLISECONDS),
      browser: browser.version(),
    }
  } finally {
    await browser.close()
  }
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: PROGRAM,
      resolveDir: join(import.meta.dirname, '../apps/web/src/features/verify'),
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

function summaryOf(milliseconds: readonly number[]) {
  const [, ...rest] = milliseconds
  return {
    p50Milliseconds: round(quantile(rest, 0.5)),
    p99Milliseconds: round(quantile(rest, 0.99)),
  }
}
