import type { Actor } from '../../../platform/actor.ts'
import { refuse } from '../refusals.ts'
import { keepImport, openImport } from './kept-import.ts'
import {
  hashOfPlan,
  planKept,
  readPreview,
  type RosterParts,
  type RosterPreview,
} from './preview-roster.ts'
import type { ConflictChoice } from './roster-conflicts.ts'
import { lockRoster } from './roster.store.ts'
import { readStandingRoster } from './standing-roster.ts'

export interface ConflictAnswers {
  readonly importId: string
  readonly answers: readonly { readonly conflictId: string; readonly choice: ConflictChoice }[]
}

/**
 * Takes a person's answers to what an import could not prove, and tells what it would do now. An
 * answer may raise the next question.
 * @throws Refusal 'unknown_import', 'unknown_conflict' when a question is not asked (any more) or
 *   does not have that answer
 */
export async function answerConflicts(
  parts: RosterParts,
  actor: Actor,
  key: string,
  { importId, answers }: ConflictAnswers,
): Promise<RosterPreview> {
  const input = { importId, answers: answers.map((answer) => ({ ...answer })) }
  await parts.act({ name: 'answer-roster-conflicts', actor, key, input }, async (tx) => {
    await lockRoster(tx.db, tx.villageId)
    const kept = await openImport(tx.db, parts.keyring, { ...tx, importId })
    const standing = await readStandingRoster(tx.db, actor)
    const asked = new Map(planKept(kept, standing).conflicts.map((one) => [one.conflictId, one]))
    const choices = new Map(kept.choices)
    for (const { conflictId, choice } of answers) {
      if (!asked.get(conflictId)?.choices.includes(choice)) throw refuse('unknown_conflict')
      choices.set(conflictId, choice)
    }
    const plan = planKept({ ...kept, choices }, standing)
    const next = { ...kept, choices, planHash: hashOfPlan(plan) }
    await keepImport(tx, parts, importId, kept.uploaded, next)
    return {}
  })
  return readPreview(parts, actor, importId)
}
