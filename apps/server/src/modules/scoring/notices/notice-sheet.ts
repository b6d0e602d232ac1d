import type { AskedSheet, NoticeSheet } from '../../../platform/on-paper.ts'
import { readPublicUrl } from '../../community/index.ts'
import type { ScoringParts } from '../rules/index.ts'
import { readNotice } from './read-notices.ts'

export type NoticeSheetParts = Pick<ScoringParts, 'database' | 'scoring'> & {
  readonly publicUrl: string
}

/**
 * What a notice's sheet of paper says: as on its page, with the address that verifies the log if there is one.
 * @throws Refusal 'unknown_notice'
 */
export async function readNoticeSheet(
  parts: NoticeSheetParts,
  { villageId, noticeId, language }: AskedSheet,
): Promise<NoticeSheet> {
  const notice = await readNotice(parts, villageId, noticeId, language)
  const address = await parts.database.inVillage(villageId, (db) =>
    readPublicUrl(db, villageId, parts.publicUrl),
  )
  return {
    ...notice,
    verifyUrl: address === null ? null : `${address}/#/verify/${villageId}`,
  }
}
