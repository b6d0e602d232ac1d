import { fitRaterModel } from '@azalea/scoring/raters'
import { runCommand, writeWhole } from './command.ts'
import { readRatings } from './read-ratings.ts'
import { resultParts } from './write-result.ts'

const USAGE = `azalea-ratings calibrate --in ratings.csv --out result.json

Estimates fair scores from ratings.
  in:  CSV with the header rater,subject,stars,time (stars 1 to 5, time in seconds)
  out: {"population": {"scores": "mean" | "levels" | "model", …},
        "subjects": [{"id", "score", "low", "high", "ratings"}, …],
        "raters": [{"id", "severity", "consistency", "trust", "ratings", "flags"}, …], …}`

/** Which scores raters who were left out agree with, beyond doubt, better than with plainer ones. */
const SCORES_ARE = {
  mean: 'Scores are plain means: these ratings do not show that anything else is better.',
  levels: 'Scores are means of levelled stars: these ratings do not show that the model is better.',
  model: "Scores are the rater model's.",
}

await runCommand('calibrate', USAGE, async (input, output) => {
  const named = await readRatings(input)
  const calibration = fitRaterModel(named.columns, { trustFollowsStanding: true })
  await writeWhole(output, resultParts(named, calibration))
  const { raterIds, subjectIds, columns } = named
  return (
    `${columns.rater.length} ratings of ${subjectIds.length} subjects by ${raterIds.length} raters; ` +
    `${calibration.rings.length} suspected rings. ${SCORES_ARE[calibration.choice.kind]}`
  )
})
