import type { Language } from '../../platform/http/language.ts'
import { readPublicUrl } from '../community/index.ts'
import { readNotice } from '../scoring/index.ts'
import type { NoticeSheet } from './notice-sheet-pdf.ts'
import type { ReportParts } from './parts.ts'

/**
 * What a notice's sheet of paper says: as on its page, with the address that verifies the log if there is one.
 * @throws Refusal scoring's 'unknown_notice'
 */
export async function readNoticeSheet(
  parts: Pick<ReportParts, 'database' | 'scoring' | 'publicUrl'>,
  villageId: string,
  noticeId: string,
  language: Language,
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
