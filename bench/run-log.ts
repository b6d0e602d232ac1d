// `npm run bench:log`: measures the log, each figure beside a bare one of the same run, and writes
// bench/results-log.json. BENCH_ENTRIES takes fewer than a million for a quick look.
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { openBenchPostgres } from './bench-server.ts'
import { benchReceiptInBrowser } from './browser-receipt.bench.ts'
import { benchReceipts, benchSequencing } from './log.bench.ts'

const entries = Number(process.env['BENCH_ENTRIES'] ?? 1_000_000)
const postgres = await openBenchPostgres()
try {
  const results = {
    measuredAt: new Date().toISOString(),
    machine: { processors: cpus().length, node: process.version, postgres: postgres.version },
    sequencing: await benchSequencing(postgres, entries),
    receipts: await benchReceipts(postgres, { perSecond: 100, seconds: 30 }),
    receiptInBrowser: await benchReceiptInBrowser(),
  }
  console.log(JSON.stringify(results, null, 2))
  const file = join(import.meta.dirname, 'results-log.json')
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
} finally {
  await postgres.close()
}
