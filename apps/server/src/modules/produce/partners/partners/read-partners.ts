import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { readPublicUrl } from '../../../community/index.ts'
import { selectCaptures } from '../captures/capture.store.ts'
import { selectLatestEvents } from '../captures/partner-event.store.ts'
import { sentenceOf } from '../captures/read-captures.ts'
import type { PartnerParts } from '../parts.ts'
import { selectPartners } from './partner.store.ts'

const SHOWN_CAPTURES = 5
const SHOWN_EVENTS = 5

/** Who tells what becomes of packs, what they told of late, and what was wrong with it. */
export async function readPartners(
  { database, publicUrl }: Pick<PartnerParts, 'database' | 'publicUrl'>,
  { villageId }: Actor,
  language: Language,
) {
  return database.readInVillage(villageId, async (db) => {
    const partners = await selectPartners(db, villageId)
    const address = await readPublicUrl(db, villageId, publicUrl)
    const items = []
    for (const partner of partners) {
      const { partnerId, name, kind, addedAt, endedAt } = partner
      const limits = { partnerId, limit: SHOWN_CAPTURES }
      const [captures, events] = await Promise.all([
        selectCaptures(db, villageId, limits),
        selectLatestEvents(db, villageId, partnerId, SHOWN_EVENTS),
      ])
      items.push({
        partnerId,
        name,
        kind,
        addedOn: civilDay(addedAt),
        endedAt: endedAt?.toISOString() ?? null,
        captures: captures.map((capture) => ({
          captureId: capture.captureId,
          createdAt: capture.createdAt.toISOString(),
          isRunning: capture.finishedAt === null,
          isRolledBack: capture.onError === 'rollback' && capture.faultCount > 0,
          storedCount: capture.storedCount,
          repeatedCount: capture.repeatedCount,
          unknownCount: capture.unknownCount,
          faultCount: capture.faultCount,
          faults: capture.faults
            .slice(0, SHOWN_EVENTS)
            .map((fault) => ({ no: fault.no, sentence: sentenceOf(fault, language) })),
        })),
        events: events.map((event) => ({
          toldId: event.toldId,
          happenedAt: event.happenedAt.toISOString(),
          step: event.step,
          isDeclaredWrong: event.wrongSince !== null,
          packCount: event.packCount,
        })),
      })
    }
    const base = address === null ? null : `${address}/api/villages/${villageId}/epcis`
    return { address: base, items }
  })
}
