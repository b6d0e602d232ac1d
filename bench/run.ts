// `npm run bench [-- section…]`: measures what the product promises, each figure beside a bare
// one of the same run, and writes bench/results.json.
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { openBenchPostgres, type BenchPostgres } from './bench-server.ts'
import { benchFirstScreen } from './first-screen.bench.ts'
import { benchMemory } from './memory.bench.ts'
import { benchRating } from './rating.bench.ts'
import { benchSeason } from './season.bench.ts'
import { benchStanding } from './standing.bench.ts'

const accounts = Number(process.env['BENCH_ACCOUNTS'] ?? 460_000)

const sections: Record<string, (postgres: BenchPostgres) => Promise<unknown>> = {
  rating: benchRating,
  standing: (postgres) => benchStanding(postgres, { accounts }),
  season: benchSeason,
  firstScreen: benchFirstScreen,
  memory: benchMemory,
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
const file = join(import.meta.dirname, 'results.json')
await writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
console.log(`\nWritten to bench/results.json.`)
