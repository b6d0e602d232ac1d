import { createHash } from 'node:crypto'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../parts.ts'
import { insertApprovedList } from './approved-list.store.ts'
import { readListApart } from './read-list-apart.ts'
import type { ListProblem } from './read-list-file.ts'

export interface ImportedList {
  /** Null when the file has problems: then nothing was kept. */
  readonly listId: string | null
  readonly lines: number
  readonly problems: readonly ListProblem[]
}

/**
 * Proposes the list of approved products in a workbook. It counts for nobody before a second person
 * has confirmed it.
 * @throws Refusal those of readListApart
 */
export async function importApprovedList(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  { file }: { readonly file: Buffer },
): Promise<ImportedList> {
  const { uses, problems } = await readListApart(actor.villageId, file)
  const fileHash = createHash('sha256').update(file).digest('hex')
  return act({ name: 'import-approved-list', actor, key, input: { fileHash } }, async (tx) => {
    if (problems.length > 0)
      return { listId: null, lines: 0, problems: problems.map((problem) => ({ ...problem })) }
    const listId = tx.newId()
    await insertApprovedList(tx.db, tx.villageId, {
      listId,
      inForceFrom: civilDay(tx.now),
      uses,
      proposedBy: actor.personId,
      proposerHouseholdId: actor.householdId,
      proposedAt: tx.now,
    })
    return { listId, lines: uses.length, problems: [] }
  })
}
