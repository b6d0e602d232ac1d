import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { readTaken } from '../../../benefits/index.ts'
import type { LandCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { selectSeason, setWaitingList } from './growing-season.store.ts'

/**
 * Gives a season its waiting list: an offer of plots, whose turns say who may lease one.
 * @throws Refusal 'unknown_growing_season', 'growing_season_over', 'no_plot_offer', 'waiting_list_set'
 */
export async function setSeasonWaitingList(
  { act }: Pick<LandCommands, 'act'>,
  actor: Actor,
  key: string,
  { growingSeasonId, offerId }: { readonly growingSeasonId: string; readonly offerId: string },
): Promise<Record<string, never>> {
  const input = { growingSeasonId, offerId }
  return act({ name: 'set-season-waiting-list', actor, key, input }, async (tx) => {
    const { db, villageId } = tx
    const season = await selectSeason(db, villageId, growingSeasonId)
    if (season === null) throw refuse('unknown_growing_season')
    if (season.endsOn < civilDay(tx.now)) throw refuse('growing_season_over')
    const offer = await readTaken(db, villageId, offerId)
    if (offer?.kind !== 'plot' || !offer.isOpen) throw refuse('no_plot_offer')
    if (!(await setWaitingList(db, villageId, growingSeasonId, offerId)))
      throw refuse('waiting_list_set')
    return {}
  })
}
