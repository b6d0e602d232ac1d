import { noticePublished } from '@azalea/records'
import { findItem } from '@azalea/scoring'
import { createHash } from 'node:crypto'
import { addCivilDays, civilDay, startOfCivilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import { canonicalBytes, type Tx } from '../../record/index.ts'
import { isKinOf, readKin, sendMessages } from '../../community/index.ts'
import { refuse } from '../ground/refusals.ts'
import type { Commands, Scoring } from '../rules/index.ts'
import {
  insertNotice,
  lockScoredAwards,
  nextNumber,
  serialOf,
  type PublishableAward,
} from './notice.store.ts'
import { lastDayOnNotice } from '../awards/index.ts'

export interface PublishedNotice {
  readonly noticeId: string
  /** As on paper: 2026-017. */
  readonly serial: string
  readonly awards: number
  /** Awards of the publisher's own household: another member publishes them. */
  readonly leftOut: number
  /** ISO 8601: the first instant after the last day on notice. */
  readonly endsAt: string
  readonly lastDay: string
}

/**
 * Publishes awards that wait for it, the chosen ones or all, for the longest notice period among
 * their items, in whole civil days after today. The publisher's own household is left out. Whoever
 * earned something is told once a notice.
 * @throws Refusal 'award_not_publishable' when a chosen award does not wait for publication,
 *   'nothing_to_publish', 'only_own_awards'
 */
export async function publishNotice(
  { act, scoring }: Commands,
  actor: Actor,
  key: string,
  input: { readonly awardIds?: readonly string[] },
): Promise<PublishedNotice> {
  const chosen = input.awardIds === undefined ? null : [...new Set(input.awardIds)].toSorted()
  return act({ name: 'publish-notice', actor, key, input: { awardIds: chosen } }, async (tx) => {
    const waiting = await lockScoredAwards(tx.db, tx.villageId, chosen)
    if (chosen !== null && waiting.length < chosen.length)
      throw refuse('award_not_publishable', { count: chosen.length - waiting.length })
    if (waiting.length === 0) throw refuse('nothing_to_publish')
    const earners = waiting.map(({ personId }) => personId)
    const kin = await readKin(tx.db, tx.villageId, [actor.personId, ...earners])
    const awards = waiting.filter((award) => !isKinOf(actor.personId, award, kin))
    if (awards.length === 0) throw refuse('only_own_awards')
    const noticeId = tx.newId()
    const days = await longestNoticeDays(tx, scoring, awards)
    const finalOn = addCivilDays(civilDay(tx.now), days + 1)
    const endsAt = startOfCivilDay(finalOn)
    const hash = await snapshotHash(tx, scoring, awards)
    const number = await nextNumber(tx.db, tx.villageId, Number(civilDay(tx.now).slice(0, 4)))
    await insertNotice(
      tx.db,
      tx.villageId,
      { noticeId, ...number, publishedBy: actor.personId, publishedAt: tx.now, endsAt, hash },
      awards.map(({ awardId }) => awardId),
    )
    const secret = await scoring.secrets.of(tx.db, tx.villageId)
    tx.append(
      noticePublished({
        public: {
          notice: secret.pseudonym('notice', noticeId),
          serial: serialOf(number),
          awards: awards.length,
          finalOn,
          snapshot: hash,
        },
        parts: [
          { personId: actor.personId, payload: { notice: noticeId, publishedBy: actor.personId } },
        ],
      }),
    )
    await notifyEarners(tx, awards, { noticeId, lastDay: lastDayOnNotice(endsAt) })
    return {
      noticeId,
      serial: serialOf(number),
      awards: awards.length,
      leftOut: waiting.length - awards.length,
      endsAt: endsAt.toISOString(),
      lastDay: lastDayOnNotice(endsAt),
    }
  })
}

/** One message a person, however many awards: what for, how much, and the last day to object. */
async function notifyEarners(
  tx: Tx,
  awards: readonly PublishableAward[],
  notice: { readonly noticeId: string; readonly lastDay: string },
): Promise<void> {
  await sendMessages(
    tx,
    groupedBy(awards, ({ personId }) => personId).map(([personId, own]) => {
      const [first, second] = own
      const awardId = second === undefined ? (first?.awardId ?? null) : null
      return {
        personId,
        kind: 'awards.on_notice',
        params: { ...notice, awardId, items: sums(own) },
      }
    }),
  )
}

function sums(awards: readonly PublishableAward[]) {
  return groupedBy(awards, ({ itemRef }) => itemRef).map(([itemRef, own]) => ({
    itemRef,
    awards: own.length,
    pointsHundredths: own.reduce((sum, { pointsHundredths }) => sum + pointsHundredths, 0),
  }))
}

function groupedBy(
  awards: readonly PublishableAward[],
  keyOf: (award: PublishableAward) => string,
): [string, PublishableAward[]][] {
  const groups = new Map<string, PublishableAward[]>()
  for (const award of awards) {
    const group = groups.get(keyOf(award))
    if (group === undefined) groups.set(keyOf(award), [award])
    else group.push(award)
  }
  return [...groups]
}

async function longestNoticeDays(
  tx: Tx,
  scoring: Scoring,
  awards: readonly PublishableAward[],
): Promise<number> {
  let longest = 0
  for (const { ruleSheetId, itemRef } of awards) {
    const { sheet } = await scoring.sheets.byId(tx.db, tx.villageId, ruleSheetId)
    longest = Math.max(longest, findItem(sheet, itemRef)?.noticeDays ?? 0)
  }
  return longest
}

/**
 * SHA-256 of the canonical list of {award, household, item, pointsHundredths} in the order of the
 * awards' pseudonyms. The log holds all four of each award, so anyone can recompute it.
 */
async function snapshotHash(
  tx: Tx,
  scoring: Scoring,
  awards: readonly PublishableAward[],
): Promise<string> {
  const secret = await scoring.secrets.of(tx.db, tx.villageId)
  const list = awards
    .map(({ awardId, householdId, itemRef, pointsHundredths }) => ({
      award: secret.pseudonym('award', awardId),
      household: secret.pseudonym('household', householdId),
      item: itemRef,
      pointsHundredths,
    }))
    .toSorted((a, b) => (a.award < b.award ? -1 : 1))
  return createHash('sha256').update(canonicalBytes(list)).digest('hex')
}
