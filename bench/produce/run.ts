// `npm run bench:produce [-- section…]`: measures what is grown, bought and sold, each figure beside bare
// SQL of the same run, and writes bench/results-produce.json. BENCH_GROWERS takes fewer than 2,000 for
// a quick look, BENCH_PACKS fewer than a million.
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { openBenchPostgres, type BenchPostgres } from '../bench-server.ts'
import { benchPacks } from './packs.bench.ts'
import { benchRounds } from './rounds.bench.ts'
import { benchSensors } from './sensors.bench.ts'

const growers = Number(process.env['BENCH_GROWERS'] ?? 2_000)

const packs = Number(process.env['BENCH_PACKS'] ?? 1_000_000)

const sections: Record<string, (postgres: BenchPostgres) => Promise<unknown>> = {
  rounds: (postgres) => benchRounds(postgres, growers),
  packs: (postgres) => benchPacks(postgres, packs),
  sensors: benchSensors,
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
const file = join(import.meta.dirname, '../results-produce.json')
await writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
console.log(`\nWritten to bench/results-produce.json.`)
