// `npm run bench:benefits [-- section…]`: measures what points are for, each figure beside a bare one
// of the same run where there is one, and writes bench/results-benefits.json. BENCH_CLAIMANTS takes
// fewer than 100,000 for a quick look.
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { openBenchPostgres, type BenchPostgres } from './bench-server.ts'
import { benchLastGoods } from './last-goods.bench.ts'
import { benchQueues } from './queues.bench.ts'
import { benchWhatIf } from './what-if.bench.ts'
import { benchYearEnd } from './year-end.bench.ts'

const claimants = Number(process.env['BENCH_CLAIMANTS'] ?? 100_000)

const sections: Record<string, (postgres: BenchPostgres) => Promise<unknown>> = {
  queues: (postgres) => benchQueues(postgres, claimants),
  lastGoods: benchLastGoods,
  yearEnd: (postgres) => benchYearEnd(postgres, claimants / 5),
  whatIf: (postgres) => benchWhatIf(postgres, claimants),
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in sections))
if (unknown.length > 0) {
  console.error(`There is no section ${unknown.join(', ')}: ${Object.keys(sections).join(', ')}.`)
  process.exit(1)
}

const postgres = await openBenchPostgres()
const results: Record<string, unknown> = {
  measuredAt: new Date().toISOString(),
  machine: { processors: cpus().length, node: process.version, postgres: postgres.version },
}
try {
  for (const [name, section] of Object.entries(sections)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    console.log(`\n▸ ${name}`)
    results[name] = await section(postgres)
    console.log(JSON.stringify(results[name], null, 2))
  }
} finally {
  await postgres.close()
}
const file = join(import.meta.dirname, 'results-benefits.json')
await writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
console.log(`\nWritten to bench/results-benefits.json.`)
