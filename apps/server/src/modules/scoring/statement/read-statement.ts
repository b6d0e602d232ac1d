import { parseLeaf } from '@azalea/records'
import type { Db } from '../../../platform/database/database.ts'
import { readDocument, readLeaf } from '../../record/index.ts'
import { selectClosedBefore } from './statement.store.ts'

/** What the log says of every household's honour at the end of a day. */
export interface HonourStatement {
  readonly day: string
  /** By the household's name in the log. */
  readonly honourHundredths: ReadonlyMap<string, number>
  /** Households that had joined at the end of that day. */
  readonly joined: ReadonlySet<string>
}

interface Line {
  readonly household: string
  readonly honourHundredths: number
  readonly joined: boolean
}

/**
 * The last daily statement of a day before this one, as anybody reads it in the log; null when there
 * is none. Whoever orders by honour orders by it: what the log does not hold yet counts for nobody.
 */
export async function readStatement(
  db: Db,
  villageId: string,
  beforeDay: string,
): Promise<HonourStatement | null> {
  const closed = await selectClosedBefore(db, villageId, beforeDay)
  if (closed === null) return null
  const bytes = await readLeaf(db, villageId, closed.recordId)
  const leaf = bytes === null ? null : parseLeaf(bytes)
  if (leaf?.kind !== 'day.closed') throw new Error(`the statement of ${closed.day} is missing`)
  const document = await readDocument(db, villageId, leaf.public.households)
  if (document === null) throw new Error(`the households of ${closed.day} are missing`)
  const { households } = JSON.parse(document.toString('utf8')) as { households: readonly Line[] }
  return {
    day: closed.day,
    joined: new Set(households.flatMap(({ household, joined }) => (joined ? [household] : []))),
    honourHundredths: new Map(
      households.map(({ household, honourHundredths }) => [household, honourHundredths]),
    ),
  }
}
