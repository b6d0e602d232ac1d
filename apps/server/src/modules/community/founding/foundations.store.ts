import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'

/** What of a village's people, offices and plates exists, as far as setting up asks. */
export interface Foundations {
  /** A household beside the office's own. */
  readonly hasRoster: boolean
  readonly committeeMembers: number
  readonly supervisors: number
  readonly hasConsent: boolean
  readonly hasPlates: boolean
}

/** Two of the committee and somebody who watches them: nobody decides what they entered. */
export async function readFoundations(db: Db, villageId: string): Promise<Foundations> {
  const { rows } = await sql<Foundations>`
    SELECT
      EXISTS (SELECT FROM household WHERE village_id = ${villageId}
        AND NOT is_office) AS "hasRoster",
      (SELECT count(*) FROM role_grant WHERE village_id = ${villageId}
        AND role = 'committee') AS "committeeMembers",
      (SELECT count(*) FROM role_grant WHERE village_id = ${villageId}
        AND role = 'supervisor') AS "supervisors",
      EXISTS (SELECT FROM household WHERE village_id = ${villageId}
        AND NOT is_office AND joined_at IS NOT NULL) AS "hasConsent",
      EXISTS (SELECT FROM plate WHERE village_id = ${villageId} AND retired_at IS NULL) AS "hasPlates"
  `.execute(db)
  const [found] = rows
  if (found === undefined) throw new Error('a row of constants was not answered')
  return found
}
