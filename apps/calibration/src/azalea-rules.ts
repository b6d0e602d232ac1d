import { lintItems } from '@azalea/scoring'
import { readText, runCommand, writeWhole } from './command.ts'
import { UserError } from './user-error.ts'

const USAGE = `azalea-rules lint --in items.json --out result.json

Holds rule items against the law and against vagueness.
  in:  [{"ref": "r1", "itemZh": "…", "points": 2}, …]
       points may be a number, as printed ("扣5分"), or missing; itemEn, where given, is held
       to the same; what else an entry holds is ignored
  out: [{"ref", "verdict": "accept|warn|refuse", "reasons": [{"code", "article", "messageZh", "messageEn"}]}, …]`

await runCommand('lint', USAGE, async (input, output) => {
  const text = await readText(input)
  const verdicts = lintJson(input, text)
  await writeWhole(output, [`${JSON.stringify(verdicts, null, 2)}\n`])
  const count = (verdict: string) => verdicts.filter((item) => item.verdict === verdict).length
  return `${verdicts.length} items: ${count('accept')} accepted, ${count('warn')} warned, ${count('refuse')} refused.`
})

function lintJson(input: string, text: string) {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new UserError(`${input} is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
  try {
    return lintItems(json)
  } catch (error) {
    if (error instanceof TypeError) throw new UserError(`${input}: ${error.message}`)
    throw error
  }
}
