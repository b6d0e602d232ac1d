import { deedRecorded } from '@azalea/records'
import { isRecordable, itemInBoth, type RuleItem } from '@azalea/scoring'
import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import { mayEnterFor } from '../../cases/index.ts'
import { readHouseholdGroups, readPhotoOwner, requireJoinedMember } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { type JudgedContribution, insertRecordedContribution } from '../awards/index.ts'
import { refuse } from '../ground/refusals.ts'
import {
  type Commands,
  type Scoring,
  readRuleItem,
  requireCredibleQuantity,
} from '../rules/index.ts'

/** Deeds older than this are beyond checking. */
const OLDEST_DAYS = 60

export interface RecordDeedInput {
  readonly personId: string
  readonly itemRef: string
  /** Occurrences where the item has fixed points, else the small measure of its unit. */
  readonly quantity: number
  readonly occurredOn: string
  readonly words: string
  readonly photoFileId?: string
}

/**
 * Records a deed with its evidence: a villager's own application, or by a cadre for a villager. It
 * waits for the committee's decision.
 * @throws Refusal 'household_not_joined', 'unknown_person', 'not_for_others', 'deed_in_future',
 *   'deed_too_old', 'no_rule_sheet', 'unknown_item', 'deduction_by_report', 'item_by_rating',
 *   'quantity_too_large', 'photo_not_yours'
 */
export async function recordDeed(
  { act, scoring }: Commands,
  actor: Actor,
  key: string,
  input: RecordDeedInput,
): Promise<{ contributionId: string }> {
  return act({ name: 'record-deed', actor, key, input: { ...input } }, async (tx) => {
    const { householdId } = await requireJoinedMember(tx, input.personId, actor)
    await requireMayRecord(tx, actor, { personId: input.personId, householdId })
    requireRecentDay(input.occurredOn, civilDay(tx.now))
    const { villageId } = actor
    await requireOwnPhoto(tx, actor, input.photoFileId)
    const { item, sheet } = await readRuleItem(
      tx.db,
      scoring,
      villageId,
      input.itemRef,
      input.occurredOn,
    )
    requireRecordable(item, input.quantity)
    const contributionId = tx.newId()
    const contribution: JudgedContribution = {
      contributionId,
      isNew: true,
      sheet,
      item,
      personId: input.personId,
      householdId,
      sourceKind: 'deed',
      sourceId: contributionId,
      quantity: input.quantity,
      leaderScore: null,
      circumstances: null,
      occurredOn: input.occurredOn,
      words: input.words,
      photoFileId: input.photoFileId ?? null,
      recordedBy: actor.personId,
    }
    await insertRecordedContribution(tx.db, villageId, tx.now, contribution)
    await appendRecorded(tx, scoring, contribution)
    return { contributionId }
  })
}

async function requireMayRecord(
  tx: Tx,
  actor: Actor,
  { personId, householdId }: { personId: string; householdId: string },
): Promise<void> {
  const groups = await readHouseholdGroups(tx.db, tx.villageId, [householdId])
  const groupNo = groups.get(householdId)?.groupNo ?? null
  if (!mayEnterFor(actor, { personId, groupNo })) throw refuse('not_for_others')
}

async function requireOwnPhoto(tx: Tx, actor: Actor, fileId: string | undefined): Promise<void> {
  if (fileId === undefined) return
  const ownerId = await readPhotoOwner(tx.db, tx.villageId, fileId)
  if (ownerId !== actor.personId) throw refuse('photo_not_yours')
}

function requireRecentDay(occurredOn: string, today: string): void {
  if (occurredOn > today) throw refuse('deed_in_future')
  if (occurredOn < addCivilDays(today, -OLDEST_DAYS))
    throw refuse('deed_too_old', { days: OLDEST_DAYS })
}

function requireRecordable(item: RuleItem, quantity: number): void {
  if (item.kind === 'deduction') throw refuse('deduction_by_report')
  if (!isRecordable(item)) throw refuse('item_by_rating', itemInBoth(item))
  requireCredibleQuantity(item, quantity)
}

async function appendRecorded(
  tx: Tx,
  scoring: Scoring,
  contribution: JudgedContribution,
): Promise<void> {
  const secret = await scoring.secrets.of(tx.db, tx.villageId)
  tx.append(
    deedRecorded({
      public: {
        deed: secret.pseudonym('deed', contribution.contributionId),
        item: contribution.item.ref,
        quantity: contribution.quantity,
        sheet: contribution.sheet.hash,
        earner: secret.pseudonym('earner', contribution.personId),
        household: secret.pseudonym('household', contribution.householdId),
      },
      parts: [
        {
          personId: contribution.personId,
          payload: {
            contribution: contribution.contributionId,
            person: contribution.personId,
            household: contribution.householdId,
            occurredOn: contribution.occurredOn,
            words: contribution.words,
            photo: contribution.photoFileId,
            recordedBy: contribution.recordedBy,
          },
        },
      ],
    }),
  )
}
