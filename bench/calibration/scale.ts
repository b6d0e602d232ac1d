// Run by itself, so that the memory measured is this section's: prints one JSON object.
import { calibrateRatings, kendallTau, plainScores } from '@azalea/scoring/raters'
import { simulateCity } from './city.ts'

const users = Number(process.env['CALIBRATION_USERS'] ?? 460_000)
const ratings = Number(process.env['CALIBRATION_RATINGS'] ?? 14_000_000)
const city = simulateCity({ users, ratings, usersPerVillage: 1_500, colluding: 0.02, seed: 1 })
const bytesBefore = process.memoryUsage.rss()
const cpuBefore = process.cpuUsage()
const began = performance.now()
const calibration = calibrateRatings(city.columns)
const seconds = (performance.now() - began) / 1000
const cpu = process.cpuUsage(cpuBefore)
const result = {
  users,
  ratings,
  refitSeconds: rounded(seconds),
  refitProcessorSeconds: rounded((cpu.user + cpu.system) / 1e6),
  inputMegabytes: Math.round(bytesBefore / 1e6),
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1e3),
  rings: calibration.rings.length,
  tau: rounded(kendallTau(calibration.score, city.quality)),
  tauOfMean: rounded(kendallTau(plainScores(city.columns, 'mean'), city.quality)),
}
process.stdout.write(`${JSON.stringify(result)}\n`)

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
