import { ruleSheetDrafted } from '@azalea/records'
import type { SheetProblem } from '@azalea/scoring'
import { createHash } from 'node:crypto'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Act } from '../../record/index.ts'
import { readSheetApart } from './read-sheet-apart.ts'
import { insertDraft, lockRuleSheets, selectLastVersion } from './rule-sheet.store.ts'
import { sheetHash } from './sheet-hash.ts'

export interface ImportedSheet {
  /** Null when the file has problems: then nothing was kept. */
  readonly ruleSheetId: string | null
  readonly version: number | null
  readonly items: number
  readonly problems: readonly SheetProblem[]
}

/**
 * Keeps the rule sheet in a file as a draft with the village's next version. A file with problems
 * changes nothing; all its problems are told at once.
 * @throws Refusal as `readSheetApart`
 */
export async function importRuleSheet(
  { act, clock }: { readonly act: Act; readonly clock: Clock },
  actor: Actor,
  key: string,
  { file }: { readonly file: Buffer },
): Promise<ImportedSheet> {
  const { villageId } = actor
  const read = await readSheetApart(file, { villageId, effectiveFrom: civilDay(clock.now()) })
  const fileHash = createHash('sha256').update(file).digest('hex')
  return act({ name: 'import-rule-sheet', actor, key, input: { fileHash } }, async (tx) => {
    if (!read.ok)
      return {
        ruleSheetId: null,
        version: null,
        items: 0,
        problems: read.problems.map((problem) => ({ ...problem })),
      }
    await lockRuleSheets(tx.db, villageId)
    const ruleSheetId = tx.newId()
    const version = (await selectLastVersion(tx.db, villageId)) + 1
    const hash = sheetHash(read.sheet)
    await insertDraft(tx.db, villageId, {
      ruleSheetId,
      version,
      sheet: read.sheet,
      hash,
      effectiveFrom: read.sheet.effectiveFrom,
      draftedBy: actor.personId,
      draftedAt: tx.now,
    })
    tx.append(
      ruleSheetDrafted({
        public: { version, sheet: hash },
        parts: [
          {
            personId: actor.personId,
            payload: { ruleSheet: ruleSheetId, draftedBy: actor.personId },
          },
        ],
      }),
    )
    return { ruleSheetId, version, items: read.sheet.items.length, problems: [] }
  })
}
