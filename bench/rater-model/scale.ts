// Run by itself, so that the memory measured is this section's: prints one JSON object. The fit is
// the server's, in its thread; meanwhile this one, where requests would be answered, is watched.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { kendallTau, plainScores, type RatingColumns } from '@azalea/scoring/raters'
import { fitAside } from '../../apps/server/src/modules/participation/ratings/fair-scores/fit-aside.ts'
import type { RatingTable } from '../../apps/server/src/modules/participation/ratings/fair-scores/rating-table.ts'
import { simulateCity, type City } from './city.ts'

const users = Number(process.env['CALIBRATION_USERS'] ?? 460_000)
const ratings = Number(process.env['CALIBRATION_RATINGS'] ?? 14_000_000)
const city = simulateCity({ users, ratings, usersPerVillage: 1_500, colluding: 0.02, seed: 1 })
const tauOfMean = kendallTau(plainScores(city.columns, 'mean'), city.quality)
const table = tableOf(city)
const idle = await delayOf(new Promise((resolve) => setTimeout(resolve, 5000)))
const inputBytes = Object.values(table).reduce((sum, { byteLength }) => sum + byteLength, 0)
const cpuBefore = process.cpuUsage()
const began = performance.now()
const fit = fitAside({ table, asOfSeconds: 31_536_000 })
const delay = await delayOf(fit)
const seconds = (performance.now() - began) / 1000
const found = await fit
const cpu = process.cpuUsage(cpuBefore)
const result = {
  users,
  ratings,
  refitSeconds: rounded(seconds),
  refitProcessorSeconds: rounded((cpu.user + cpu.system) / 1e6),
  inputMegabytes: Math.round(inputBytes / 1e6),
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1e3),
  delayMilliseconds: delay,
  delayMillisecondsIdle: idle,
  rings: found.rings.length,
  tau: rounded(kendallTau(found.subjects.score, city.quality)),
  tauOfMean: rounded(tauOfMean),
}
process.stdout.write(`${JSON.stringify(result)}\n`)

/** How long others wait for their turn in this thread until the work is done. */
async function delayOf(work: Promise<unknown>) {
  const monitor = monitorEventLoopDelay({ resolution: 1 })
  monitor.enable()
  await work
  monitor.disable()
  return { p99: rounded(monitor.percentile(99) / 1e6), most: rounded(monitor.max / 1e6) }
}

/** Everybody lives alone and keeps one subject. The city's own columns: they are handed over. */
function tableOf({ columns }: City): RatingTable {
  const own = Int32Array.from({ length: users }, (_, no) => no)
  const nowhere = () => new Int32Array(users).fill(-1)
  const { rater, subject, stars, time } = columns as Pick<
    RatingTable,
    keyof RatingColumns & keyof RatingTable
  >
  return {
    rater,
    subject,
    stars,
    time,
    isSpotCheck: new Uint8Array(ratings),
    raterHousehold: own,
    raterGroup: nowhere(),
    keeperHousehold: own.slice(),
    subjectGroup: nowhere(),
  }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
