import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { SourceKind } from '../ground/sources.ts'
import { briefColumns, toBrief, type AwardBrief, type BriefRow } from './award-brief.store.ts'

/** Asks which other awards are for the same deed. */
export interface RivalQuestion {
  readonly contributionNo: number
  readonly sourceKind: SourceKind
  readonly sourceId: string
  readonly personId: string
  readonly occurredOn: string
  /** The items that exclude one another with the deed's item within a day. */
  readonly exclusiveItemRefs: readonly string[]
}

export interface Rival extends AwardBrief {
  readonly contendingHundredths: number
}

/**
 * The awards that compete with these deeds, by the number of the deed: of the same source, or of
 * the same person, day and exclusive group. Reversed ones do not compete.
 */
export async function selectRivals(
  db: Db,
  villageId: string,
  questions: readonly RivalQuestion[],
): Promise<Map<number, Rival[]>> {
  const rivals = new Map<number, Rival[]>()
  if (questions.length === 0) return rivals
  const columns = sql.join(
    [...briefColumns, 'contending_hundredths'].map((column) => sql.ref(`award.${column}`)),
  )
  const { rows } = await sql<RivalRow>`
    SELECT question.contribution_no, rival.* FROM unnest(
      ${questions.map(({ contributionNo }) => contributionNo)}::int[],
      ${questions.map(({ sourceKind }) => sourceKind)}::text[],
      ${questions.map(({ sourceId }) => sourceId)}::uuid[],
      ${questions.map(({ personId }) => personId)}::uuid[],
      ${questions.map(({ occurredOn }) => occurredOn)}::date[],
      ${questions.map(({ exclusiveItemRefs }) => exclusiveItemRefs.join(' '))}::text[]
    ) AS question (contribution_no, source_kind, source_id, person_id, occurred_on, item_refs)
    CROSS JOIN LATERAL (
      SELECT ${columns} FROM contribution
      JOIN award ON award.village_id = ${villageId}
        AND award.contribution_id = contribution.contribution_id
      WHERE contribution.village_id = ${villageId}
        AND contribution.source_kind = question.source_kind
        AND contribution.source_id = question.source_id
      UNION
      SELECT ${columns} FROM award
      WHERE award.village_id = ${villageId} AND award.person_id = question.person_id
        AND award.occurred_on = question.occurred_on
        AND award.item_ref = ANY (string_to_array(question.item_refs, ' '))
    ) AS rival
    WHERE rival.state <> 'reversed'
    ORDER BY question.contribution_no, rival.award_id
  `.execute(db)
  for (const row of rows) {
    const rival = { ...toBrief(row), contendingHundredths: row.contending_hundredths }
    rivals.set(row.contribution_no, [...(rivals.get(row.contribution_no) ?? []), rival])
  }
  return rivals
}

interface RivalRow extends BriefRow {
  readonly contribution_no: number
  readonly contending_hundredths: number
}
