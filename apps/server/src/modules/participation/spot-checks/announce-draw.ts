import { spotDrawAnnounced } from '@azalea/records'
import { spotListBytes } from '@azalea/scoring'
import type { Actor } from '../../../platform/actor.ts'
import { publishDocument } from '../../record/index.ts'
import type { Commands } from '../ground/commands.ts'
import { refuse } from '../ground/refusals.ts'
import type { SpotKind } from '../ground/tables.ts'
import { listCandidates } from './list-candidates.ts'
import {
  insertDraw,
  lockAnnouncements,
  selectWaitingDraws,
  type Candidate,
} from './spot-draw.store.ts'
import { candidateName, drawName } from './spot-records.ts'

/** A list can be read on paper, and checked by a phone. */
const MOST_CANDIDATES = 5_000

export type AnnounceInput = {
  readonly kinds: readonly SpotKind[]
  /** Share of the candidates that is checked, in thousandths. */
  readonly ratePermille: number
  /** Share of the checks that goes by lot alone, in thousandths. */
  readonly randomPermille: number
}

export type Announced = { readonly drawId: string; readonly candidates: number }

/**
 * Announces a draw: the whole list of what may be checked, with its priorities and the rate, is
 * published and its hash recorded. The first checkpoint published after that fixes the lots, so
 * nobody can choose them, and whoever announces cannot choose the list either.
 * @throws Refusal 'no_candidates', 'too_many_candidates', 'draw_waiting' while another one waits
 */
export async function announceDraw(
  { act, secrets, scoring }: Commands,
  actor: Actor,
  key: string,
  input: AnnounceInput,
): Promise<Announced> {
  return act({ name: 'announce-spot-draw', actor, key, input }, async (tx): Promise<Announced> => {
    const { ratePermille, randomPermille } = input
    const kinds = [...new Set(input.kinds)]
    await lockAnnouncements(tx.db, tx.villageId)
    const waiting = await selectWaitingDraws(tx.db, tx.villageId, tx.now)
    if (waiting.length > 0) throw refuse('draw_waiting')
    const found = await listCandidates(tx.db, scoring, tx.villageId, kinds, tx.now)
    if (found.length === 0) throw refuse('no_candidates')
    if (found.length > MOST_CANDIDATES)
      throw refuse('too_many_candidates', { most: MOST_CANDIDATES })
    const secret = await secrets.of(tx.db, tx.villageId)
    const drawId = tx.newId()
    const candidates = found
      .map((one): Candidate => {
        const placeId = one.shiftId ?? one.subjectId ?? ''
        return { ...one, candidate: candidateName(secret, drawId, placeId) }
      })
      .toSorted((a, b) => (a.candidate < b.candidate ? -1 : 1))
    const draw = drawName(secret, drawId)
    const text = spotListBytes({ draw, ratePermille, randomPermille, candidates })
    const listHash = await publishDocument(tx, Buffer.from(text))
    const recordId = tx.newId()
    const row = {
      drawId,
      recordId,
      announcedBy: actor.personId,
      announcedAt: tx.now,
      kinds,
      ratePermille,
      randomPermille,
      candidates: candidates.length,
      listHash: Buffer.from(listHash, 'hex'),
      drawnAt: null,
      checkpoint: null,
    }
    await insertDraw(tx.db, tx.villageId, row, candidates)
    tx.append(
      spotDrawAnnounced({
        recordId,
        public: {
          draw,
          list: listHash,
          candidates: candidates.length,
          ratePermille,
          randomPermille,
        },
        parts: [{ personId: actor.personId, payload: { drawId, kinds } }],
      }),
    )
    return { drawId, candidates: candidates.length }
  })
}
