import { addCivilDays, civilDay } from '../../platform/calendar.ts'
import type { Language } from '../../platform/http/language.ts'
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
  const { publishedAt, endsAt, ...notice } = await readNotice(parts, villageId, noticeId, language)
  return {
    ...notice,
    publishedOn: civilDay(new Date(publishedAt)),
    lastDay: addCivilDays(civilDay(new Date(endsAt)), -1),
    verifyUrl: `${parts.publicUrl}/#/verify/${villageId}`,
  }
}
