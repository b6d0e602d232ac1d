import { join } from 'node:path'
import { build } from 'esbuild'
import { createTestLog } from '../apps/web/src/features/verify/test-log.ts'
import { launchBrowser } from '../test/browser.ts'
import { quantile, round } from './measure.ts'

const ENTRIES = 131_072
const TIMES = 200
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
}

const PROGRAM = `
  import { openCryptoSuite } from './crypto-suite.ts'
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
      const report = await verifyReceiptText(suite, { policy, book: null, readTile }, receipt)
      if (report.state !== 'proved') throw new Error(JSON.stringify(report))
    })
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
 * How long Chromium takes to verify one receipt of a log and two witnesses, in milliseconds, beside
 * the three bare signature checks that are in it: the first time, then at the median and p99. Each
 * time everything is done anew, the policy read and the cryptography probed.
 */
export async function benchReceiptInBrowser() {
  const log = await createTestLog(2)
  log.append(ENTRIES)
  await log.publish()
  const receipt = await log.receipt(12_345)
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    // WebCrypto is there on pages with TLS and on this host only.
    await page.route('http://localhost/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
    )
    await page.goto('http://localhost/')
    await page.addScriptTag({ content: await bundled() })
    const measure = (withLibrary: boolean) =>
      page.evaluate(
        ([policy, text, times, library]) =>
          (window as unknown as Page).milliseconds(policy, text, times, library),
        [log.policy, receipt, TIMES, withLibrary] as const,
      )
    const bare = await page.evaluate(
      (times) => (window as unknown as Page).bareMilliseconds(times),
      TIMES,
    )
    const webCrypto = summaryOf(await measure(false))
    return {
      entries: ENTRIES,
      receiptBytes: receipt.length,
      webCrypto,
      library: summaryOf(await measure(true)),
      bareSignatures: summaryOf(bare),
      targetMilliseconds: TARGET_MILLISECONDS,
      ratioToTarget: round(webCrypto.p50Milliseconds / TARGET_MILLISECONDS),
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
  const [first = 0, ...rest] = milliseconds
  return {
    firstMilliseconds: round(first),
    p50Milliseconds: round(quantile(rest, 0.5)),
    p99Milliseconds: round(quantile(rest, 0.99)),
  }
}
