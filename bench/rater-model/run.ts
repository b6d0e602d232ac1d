// `npm run bench:raters`: the attack lab, new ratings, the replay of a rule sheet, and the size of
// a city. Writes bench/results-rater-model.json and the tables of docs/design/rater-model.md. `-- lab`,
// `-- real`, `-- honest`, `-- updates`, `-- replay` and `-- city` measure one part alone; the other
// figures stay as they are.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { simulateVillage } from '@azalea/scoring/attack-lab'
import { fitRaterModel } from '@azalea/scoring/raters'
import { measureInfluence, measureScenario, measureSpotChecks, measureUpdate } from './lab.ts'
import { measureRealRatings } from './real-ratings.ts'
import { measureReplay } from './replay.ts'
import { measureServedVillage } from './served-village.ts'
import { honest, others, promised } from './scenarios.ts'
import { writeTables } from './tables.ts'
import type { RaterModelResults, ScaleResult } from './tables.ts'

/** The model was tuned on the seeds 1 to 40. These were never looked at for that. */
const seeds = Array.from({ length: 20 }, (_, n) => 4001 + n)

const root = path.resolve(import.meta.dirname, '../..')
const file = path.join(root, 'bench/results-rater-model.json')

const [only] = process.argv.slice(2)
const isWanted = (part: string) => only === undefined || only === part
const results: RaterModelResults = {
  ...lastResults(),
  measuredAt: new Date().toISOString(),
  machine: { processors: cpus().length, node: process.version },
  ...(isWanted('lab') ? measureLab() : null),
  ...(isWanted('honest') ? { honest: measured('honest villages', measureHonest) } : null),
  ...(isWanted('real') ? { real: measured('real ratings', measureRealRatings) } : null),
  ...(isWanted('updates') ? await measureUpdates() : null),
  ...(isWanted('replay') ? { replay: measured('replay', measureReplay) } : null),
  ...(isWanted('city') ? { scale: measured('city', measureScale) } : null),
}
fs.writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
writeTables(path.join(root, 'docs/design/rater-model.md'), results)
const written = [file, path.join(root, 'docs/design/rater-model.md')]
spawnSync(path.join(root, 'node_modules/.bin/oxfmt'), written, { stdio: 'inherit' })

function measureLab() {
  return {
    seeds: `${seeds[0]}–${seeds.at(-1)}`,
    promised: Object.values(promised).map((scenario) =>
      measured(scenario.name, () => measureScenario(scenario, seeds)),
    ),
    others: others.map((scenario) =>
      measured(scenario.name, () => measureScenario(scenario, seeds)),
    ),
    influence: measured('influence', () => measureInfluence(promised.plain, seeds.slice(0, 5))),
    spotChecks: {
      plain: measured('spot checks', () => measureSpotChecks(promised.plain, seeds)),
      colluding: measured('spot checks, colluding', () =>
        measureSpotChecks(promised.colluding, seeds),
      ),
    },
  }
}

/** A thousand villages in which nobody colludes: whom do they call a ring? */
function measureHonest() {
  return honest.map(({ name, village }) => {
    let called = 0
    for (let seed = 5001; seed <= 5250; seed += 1) {
      const { columns } = simulateVillage(village, seed)
      called += fitRaterModel(columns).ringOf.filter((ring) => ring !== -1).length
    }
    return { name, villages: 250, called }
  })
}

async function measureUpdates() {
  const served = await measureServedVillage()
  return {
    update: measured('update', measureUpdate),
    served: measured('served village', () => served),
  }
}

function measured<T>(name: string, work: () => T): T {
  console.log(`▸ ${name}`)
  const result = work()
  console.log(JSON.stringify(result))
  return result
}

/** In a process of its own, so that its memory is its own. */
function measureScale(): ScaleResult {
  const script = path.join(import.meta.dirname, 'scale.ts')
  const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error('the city could not be measured')
  return JSON.parse(stdout) as ScaleResult
}

/** Complete, since the first run is of all parts. */
function lastResults(): RaterModelResults {
  return JSON.parse(fs.readFileSync(file, 'utf8')) as RaterModelResults
}
