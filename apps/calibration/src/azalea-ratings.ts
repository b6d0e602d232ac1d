import { calibrateRatings } from '@azalea/scoring/raters'
import { runCommand, writeWhole } from './command.ts'
import { readRatings } from './read-ratings.ts'
import { resultParts } from './write-result.ts'

const USAGE = `azalea-ratings calibrate --in ratings.csv --out result.json

Estimates fair scores from ratings.
  in:  CSV with the header rater,subject,stars,time (stars 1 to 5, time in seconds)
  out: {"subjects": [{"id", "score", "low", "high", "ratings"}, …],
        "raters": [{"id", "severity", "consistency", "trust", "ratings", "flags"}, …], …}`

await runCommand('calibrate', USAGE, async (input, output) => {
  const named = await readRatings(input)
  const calibration = calibrateRatings(named.columns, { trustFollowsStanding: true })
  await writeWhole(output, resultParts(named, calibration))
  const { raterIds, subjectIds, columns } = named
  return (
    `${columns.rater.length} ratings of ${subjectIds.length} subjects by ${raterIds.length} raters; ` +
    `${calibration.rings.length} suspected rings.`
  )
})
