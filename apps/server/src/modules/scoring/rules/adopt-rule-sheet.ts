import { ruleSheetAdopted } from '@azalea/records'
import { ruleSheetBytes, type RuleSheet } from '@azalea/scoring'
import { createHash } from 'node:crypto'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import { readPhotoOwner, selectFileContent } from '../../community/index.ts'
import { publishDocument, type Act, type Tx } from '../../record/index.ts'
import { refuse } from '../ground/refusals.ts'
import type { LintAnswer } from '../ground/tables.ts'
import { requireLintAnswers } from './lint-answers.ts'
import type { Resolution } from '../ground/tables.ts'
import { requireCarried } from './resolution.ts'
import {
  hasAdoptedSheet,
  lockRuleSheets,
  markAdopted,
  selectRuleSheet,
  type RuleSheetRow,
} from './rule-sheet.store.ts'

export interface AdoptInput {
  readonly ruleSheetId: string
  readonly resolution: Resolution
  /** The civil day from which deeds are judged by the sheet; it becomes part of the sheet's bytes. */
  readonly effectiveFrom: string
  /** For each item that the check of its words warns of: why it is adopted all the same. */
  readonly lintAnswers?: readonly LintAnswer[]
}

/**
 * Enters that a village resolution adopted a draft. From now on the sheet never changes.
 * @throws Refusal 'unknown_rule_sheet', 'already_adopted', 'own_draft', those of requireCarried,
 *   'photo_not_yours', 'effective_too_early', 'item_refused', 'warning_unanswered'
 */
export async function adoptRuleSheet(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: AdoptInput,
): Promise<Record<string, never>> {
  const { ruleSheetId, effectiveFrom, resolution, lintAnswers = [] } = input
  const asked = {
    ruleSheetId,
    effectiveFrom,
    resolution: { ...resolution },
    lintAnswers: lintAnswers.map((answer) => ({ ...answer })),
  }
  return act({ name: 'adopt-rule-sheet', actor, key, input: asked }, async (tx) => {
    await lockRuleSheets(tx.db, tx.villageId)
    const draft = await selectRuleSheet(tx.db, tx.villageId, ruleSheetId)
    if (draft === null) throw refuse('unknown_rule_sheet')
    if (draft.state === 'adopted') throw refuse('already_adopted')
    if (draft.draftedBy === actor.personId) throw refuse('own_draft')
    requireCarried(resolution, civilDay(tx.now))
    await checkEffectiveFrom(tx, input)
    const answers = requireLintAnswers(draft.sheet, lintAnswers)
    const minutesHash = await hashOfMinutes(tx, actor, resolution)
    const held = { ...resolution, ...(minutesHash === null ? {} : { minutesHash }) }
    await adopt(tx, actor, draft, { ...input, resolution: held, lintAnswers: answers })
    return {}
  })
}

/** What proves later which minutes were shown; null where none were. */
async function hashOfMinutes(
  tx: Tx,
  actor: Actor,
  { minutesFileId }: Resolution,
): Promise<string | null> {
  if (minutesFileId === undefined) return null
  const ownerId = await readPhotoOwner(tx.db, tx.villageId, minutesFileId)
  const file = await selectFileContent(tx.db, tx.villageId, minutesFileId)
  if (ownerId !== actor.personId || file === null) throw refuse('photo_not_yours')
  return createHash('sha256').update(file.content).digest('hex')
}

/** The first sheet may reach back to the day it was voted; a later one never into the past. */
async function checkEffectiveFrom(tx: Tx, { resolution, effectiveFrom }: AdoptInput) {
  const isFirst = !(await hasAdoptedSheet(tx.db, tx.villageId))
  const earliest = isFirst ? resolution.date : civilDay(tx.now)
  if (effectiveFrom < earliest) throw refuse('effective_too_early', { earliest })
}

async function adopt(
  tx: Tx,
  actor: Actor,
  draft: RuleSheetRow,
  { effectiveFrom, resolution, lintAnswers }: Required<AdoptInput>,
): Promise<void> {
  const sheet: RuleSheet = { ...draft.sheet, effectiveFrom }
  const hash = await publishDocument(tx, Buffer.from(ruleSheetBytes(sheet), 'utf8'))
  await markAdopted(tx.db, tx.villageId, {
    ruleSheetId: draft.ruleSheetId,
    sheet,
    hash,
    effectiveFrom,
    adoptedBy: actor.personId,
    adoptedAt: tx.now,
    resolution,
    lintAnswers,
  })
  // The picture's own identifier is nobody's business outside; its hash is what binds.
  const { minutesFileId: _, ...told } = resolution
  tx.append(
    ruleSheetAdopted({
      public: { version: draft.version, sheet: hash, effectiveFrom, resolution: told },
      parts: [
        {
          personId: actor.personId,
          payload: {
            ruleSheet: draft.ruleSheetId,
            enteredBy: actor.personId,
            lintAnswers: lintAnswers.map((answer) => ({ ...answer })),
          },
        },
        {
          personId: draft.draftedBy,
          payload: { ruleSheet: draft.ruleSheetId, draftedBy: draft.draftedBy },
        },
      ],
    }),
  )
}
