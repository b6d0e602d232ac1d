import { openingEnded, openingGranted } from '@azalea/records'
import { addCivilDays, civilDay, startOfCivilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import { areKin, readHoldersOf, requireSecondPerson, sendMessage } from '../../community/index.ts'
import type { Act, Tx, VillageSecrets } from '../../record/index.ts'
import { refuse } from '../refusals.ts'
import { markDecided, markEnded, selectOpening, type Opening } from './opening.store.ts'

const offices = { proposing: ['committee'], confirming: ['committee'] } as const

export interface OpeningDecision {
  readonly openingId: string
  readonly decision: 'granted' | 'refused'
}

/**
 * A second member of the committee grants what the first proposed, from now until the end of its
 * last day; any member refuses it, the proposer too.
 * @throws Refusal 'unknown_opening', 'opening_decided', 'opening_for_oneself', 'opening_of_household',
 *   'not_an_auditor', and what `requireSecondPerson` refuses
 */
export async function decideOpening(
  { act, secrets }: { act: Act; secrets: VillageSecrets },
  actor: Actor,
  key: string,
  { openingId, decision }: OpeningDecision,
): Promise<Record<string, never>> {
  const input = { openingId, decision }
  return act({ name: 'decide-opening', actor, key, input }, async (tx) => {
    const opening = await lockOpening(tx, openingId)
    if (opening.state !== 'proposed') throw refuse('opening_decided')
    const by = actor.personId
    if (decision === 'granted') await requireMayGrant(tx, opening, actor)
    const lastDay = addCivilDays(civilDay(tx.now), opening.validDays - 1)
    const endsAt = decision === 'granted' ? startOfCivilDay(addCivilDays(lastDay, 1)) : null
    const decided = { state: decision, by, at: tx.now, endsAt }
    await markDecided(tx.db, tx.villageId, openingId, decided)
    if (decision === 'refused') return {}
    await appendGranted(tx, secrets, opening, { by, lastDay })
    await sendMessage(tx, opening.auditorId, 'opening.granted', { openingId, lastDay })
    return {}
  })
}

async function requireMayGrant(
  tx: Tx,
  { proposedBy, proposedAt, auditorId }: Opening,
  { personId }: Actor,
): Promise<void> {
  if (auditorId === personId) throw refuse('opening_for_oneself')
  if (await areKin(tx.db, tx.villageId, personId, [auditorId])) throw refuse('opening_of_household')
  const proposal = { proposedBy, proposedAt, proposerHouseholdId: null }
  await requireSecondPerson(tx, offices, proposal, personId)
  const auditors = await readHoldersOf(tx.db, tx.villageId, ['auditor'])
  if (!auditors.includes(auditorId)) throw refuse('not_an_auditor')
}

/** `opening.granted`: what may be opened and until when, for all to see; who and why, for the three. */
async function appendGranted(
  tx: Tx,
  secrets: VillageSecrets,
  opening: Opening,
  { by, lastDay }: { by: string; lastDay: string },
): Promise<void> {
  const { openingId, auditorId, proposedBy, kinds, fromDay, throughDay, reason } = opening
  const secret = await secrets.of(tx.db, tx.villageId)
  const payload = { opening: openingId, auditor: auditorId, proposedBy, grantedBy: by, reason }
  tx.append(
    openingGranted({
      public: {
        opening: secret.pseudonym('opening', openingId),
        kinds,
        from: fromDay,
        through: throughDay,
        lastDay,
      },
      parts: [auditorId, proposedBy, by].map((personId) => ({ personId, payload })),
    }),
  )
}

/**
 * The committee, or the auditor, ends a granted opening before its time.
 * @throws Refusal 'unknown_opening', 'opening_not_running'
 */
export async function endOpening(
  { act, secrets }: { act: Act; secrets: VillageSecrets },
  actor: Actor,
  key: string,
  { openingId }: { readonly openingId: string },
): Promise<Record<string, never>> {
  return act({ name: 'end-opening', actor, key, input: { openingId } }, async (tx) => {
    const opening = await lockOpening(tx, openingId)
    const mayEnd = actor.roles.has('committee') || opening.auditorId === actor.personId
    if (!mayEnd || !isRunning(opening, tx.now)) throw refuse('opening_not_running')
    await markEnded(tx.db, tx.villageId, openingId, tx.now)
    const secret = await secrets.of(tx.db, tx.villageId)
    tx.append(
      openingEnded({
        public: { opening: secret.pseudonym('opening', openingId) },
        parts: [{ personId: actor.personId, payload: { opening: openingId, by: actor.personId } }],
      }),
    )
    return {}
  })
}

/** Whether sealed parts may be read under it now. */
export function isRunning({ state, endsAt }: Opening, now: Date): boolean {
  return state === 'granted' && endsAt !== null && now < endsAt
}

async function lockOpening(tx: Tx, openingId: string): Promise<Opening> {
  const opening = await selectOpening(tx.db, tx.villageId, openingId, { lock: true })
  if (opening === null) throw refuse('unknown_opening')
  return opening
}
