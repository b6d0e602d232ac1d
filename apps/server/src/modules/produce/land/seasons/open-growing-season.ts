import { growingSeasonOpened } from '@azalea/records'
import { civilDay, daysBetween } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { LandCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import {
  insertSeason,
  lockSeasons,
  selectSeasons,
  type GrowingSeason,
} from './growing-season.store.ts'

const LONGEST_DAYS = 731

/**
 * Opens a growing season: what plots are leased for, and plans are made for.
 * @throws Refusal 'growing_season_times_wrong', 'growing_season_overlaps'
 */
export async function openGrowingSeason(
  { act, secrets }: LandCommands,
  actor: Actor,
  key: string,
  input: Pick<GrowingSeason, 'nameZh' | 'nameEn' | 'beginsOn' | 'endsOn'>,
): Promise<{ readonly growingSeasonId: string }> {
  const { nameZh, nameEn, beginsOn, endsOn } = input
  const asked = { nameZh, nameEn, beginsOn, endsOn }
  return act({ name: 'open-growing-season', actor, key, input: asked }, async (tx) => {
    const { db, villageId } = tx
    const days = daysBetween(beginsOn, endsOn)
    if (days < 1 || days > LONGEST_DAYS || endsOn < civilDay(tx.now))
      throw refuse('growing_season_times_wrong')
    await lockSeasons(db, villageId)
    const shared = (await selectSeasons(db, villageId)).find(
      (season) => season.beginsOn <= endsOn && beginsOn <= season.endsOn,
    )
    if (shared !== undefined) throw refuse('growing_season_overlaps', { name: shared.nameZh })
    const growingSeasonId = tx.newId()
    const season = { ...asked, growingSeasonId, offerId: null }
    await insertSeason(db, villageId, season, { by: actor.personId, at: tx.now })
    const name = (await secrets.of(db, villageId)).pseudonym('growingSeason', growingSeasonId)
    tx.append(
      growingSeasonOpened({
        public: { growingSeason: name, beginsOn, endsOn },
        parts: [
          { personId: actor.personId, payload: { growingSeasonId, openedBy: actor.personId } },
        ],
      }),
    )
    return { growingSeasonId }
  })
}
