import { addCivilDays, civilDay } from '../../platform/calendar.ts'
import type { Language } from '../../platform/http/language.ts'
import { communityRefusals, readVillage } from '../community/index.ts'
import { readNotice } from '../scoring/index.ts'
import type { NoticeSheet } from './notice-sheet-pdf.ts'
import type { ReportParts } from './parts.ts'

/**
 * What a notice's sheet of paper says: as on its page, with the address that verifies the log.
 * @throws Refusal scoring's 'unknown_notice'
 */
export async function readNoticeSheet(
  parts: Pick<ReportParts, 'database' | 'scoring' | 'publicUrl'>,
  villageId: string,
  noticeId: string,
  language: Language,
): Promise<NoticeSheet> {
  const notice = await readNotice(parts, villageId, noticeId, language)
  const village = await parts.database.inVillage(villageId, (db) => readVillage(db, villageId))
  if (village === null) throw communityRefusals('unknown_village')
  return {
    villageName: village.name,
    townName: village.townName,
    publishedOn: civilDay(new Date(notice.publishedAt)),
    lastDay: addCivilDays(civilDay(new Date(notice.endsAt)), -1),
    hash: notice.hash,
    rows: notice.rows,
    verifyUrl: `${parts.publicUrl}/#/verify/${villageId}`,
  }
}
