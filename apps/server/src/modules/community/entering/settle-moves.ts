import { personMoved } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../record/index.ts'
import { endProposals } from '../credentials/end-proposals.ts'
import { personDeparted, personRehoused } from '../events.ts'
import { sendMessages, type NewMessage } from '../messages/send-message.ts'
import { replaceAbsentHeads } from '../people/person.store.ts'
import { requireSupervisorApart } from '../roles/role-policy.ts'
import { selectGrants } from '../roles/role.store.ts'

/** Somebody who lives behind another door from now on; written already. */
export interface Move {
  readonly personId: string
  readonly from: { readonly groupName: string; readonly houseNo: string } | undefined
  readonly to: { readonly groupName: string; readonly houseNo: string; readonly joined: boolean }
}

/** A leaf of the log holds 16 kB; a person's commitment takes 46 bytes of it. */
const PEOPLE_A_RECORD = 200

/**
 * What follows when people have moved to other households, on the page of one as through a file:
 * offices stay apart, what they headed gets another head, who now lives in a household that has not
 * joined takes part no more, each is told, and the log names it. Call under the locks of the roster
 * and of the roles.
 * @param why the reason that was given, by whom where two were needed; or that a file says so
 * @throws Refusal 'supervisor_related_to_committee' when moving makes them live together
 */
export async function settleMoves(
  tx: Tx,
  actor: Actor,
  moves: readonly Move[],
  why:
    | { readonly reason: string; readonly proposedBy?: string | undefined }
    | { readonly byFile: true },
): Promise<void> {
  if (moves.length === 0) return
  const personIds = moves.map(({ personId }) => personId)
  for (const { personId, role } of await selectGrants(tx.db, tx.villageId, personIds))
    await requireSupervisorApart(tx, personId, role)
  await replaceAbsentHeads(tx.db, tx.villageId)
  // What was proposed for where they lived would bring a sign-in to where they live now.
  await endProposals(tx, personIds, actor.personId)
  for (const { personId, to } of moves) {
    await tx.publish(personRehoused, { personId })
    if (!to.joined) await tx.publish(personDeparted, { personId })
  }
  const said = 'reason' in why ? { reason: why.reason } : why
  const told = moves.map(({ personId, from, to }) => {
    const before = { fromGroup: from?.groupName ?? '', fromHouseNo: from?.houseNo ?? '' }
    const params = { ...before, group: to.groupName, houseNo: to.houseNo, ...said }
    return { personId, params }
  })
  const { proposedBy } = { proposedBy: undefined, ...why }
  const by = { movedBy: actor.personId, ...(proposedBy === undefined ? {} : { proposedBy }) }
  await sendMessages(
    tx,
    told.map((one): NewMessage => ({ ...one, kind: 'person.moved' })),
  )
  for (let at = 0; at < told.length; at += PEOPLE_A_RECORD)
    tx.append(
      personMoved({
        public: {},
        parts: told.slice(at, at + PEOPLE_A_RECORD).map(({ personId, params }) => ({
          personId,
          payload: { ...params, ...by },
        })),
      }),
    )
}
