import type { Language } from '../../../../platform/http/language.ts'
import type { PartnerReaders } from '../parts.ts'
import type { Partner } from '../partners/partner.store.ts'
import { refuse } from '../refusals.ts'
import { selectCapture, selectCaptures, type Capture } from './capture.store.ts'
import type { EventFault } from './check-capture-file.ts'

const SHOWN = 30

/** What a partner sent of late, as EPCIS tells of capture jobs. */
export async function readCaptures(
  { database }: Pick<PartnerReaders, 'database'>,
  villageId: string,
  { partnerId }: Partner,
  language: Language,
) {
  return database.readInVillage(villageId, async (db) => {
    const captures = await selectCaptures(db, villageId, { partnerId, limit: SHOWN })
    return captures.map((capture) => captureJob(capture, language))
  })
}

/** One of them. @throws Refusal 'unknown_capture', of somebody else's as well */
export async function readCapture(
  { database }: Pick<PartnerReaders, 'database'>,
  villageId: string,
  { partnerId }: Partner,
  captureId: string,
  language: Language,
) {
  return database.readInVillage(villageId, async (db) => {
    const capture = await selectCapture(db, villageId, captureId)
    if (capture?.partnerId !== partnerId) throw refuse('unknown_capture')
    return captureJob(capture, language)
  })
}

/** The words of the standard (CaptureJob of EPCIS 2.0), and how many. */
function captureJob(capture: Capture, language: Language) {
  const { finishedAt, faults } = capture
  return {
    captureID: capture.captureId,
    createdAt: capture.createdAt.toISOString(),
    ...(finishedAt === null ? {} : { finishedAt: finishedAt.toISOString() }),
    running: finishedAt === null,
    success: capture.faultCount === 0,
    captureErrorBehaviour: capture.onError,
    errors: faults.map((fault) => ({
      type: 'epcisException:ValidationException',
      code: fault.code,
      title: sentenceOf(fault, language),
      event: fault.no,
    })),
    events: {
      sent: capture.eventCount,
      stored: capture.storedCount,
      repeated: capture.repeatedCount,
      faulty: capture.faultCount,
      unknownEPCs: capture.unknownCount,
    },
  }
}

export function sentenceOf({ code, params }: EventFault, language: Language): string {
  return refuse(code, params).sentence(language)
}
