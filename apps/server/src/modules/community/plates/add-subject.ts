import { subjectAdded } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Randomness } from '../../../platform/identity.ts'
import type { Act, Tx, VillageSecrets } from '../../record/index.ts'
import { selectGroups } from '../founding/village.store.ts'
import { readHouseholds } from '../people/household.store.ts'
import { refuse } from '../refusals.ts'
import { makePlateCode } from './plate-code.ts'
import { claimCode, insertPlate, insertSubject, type NewSubject } from './plate.store.ts'
import type { SubjectKind } from './subject.store.ts'

export interface SubjectParts {
  readonly act: Act
  readonly randomness: Randomness
  readonly secrets: VillageSecrets
}

export interface SubjectInput {
  readonly kind: SubjectKind
  /** Unique in the village, e.g. '菜地 A-17'. */
  readonly label: string
  readonly groupNo?: number | undefined
  readonly keeperHouseholdId?: string | undefined
  readonly story?: string | undefined
}

/**
 * Enters what a plate will be fixed to, and gives it a plate of its own.
 * @throws Refusal 'label_taken', 'unknown_group', 'unknown_household'
 */
export async function addSubject(
  { act, randomness, secrets }: SubjectParts,
  actor: Actor,
  key: string,
  input: SubjectInput,
): Promise<{ subjectId: string; code: string }> {
  const subject = {
    kind: input.kind,
    label: input.label.trim(),
    groupNo: input.groupNo ?? null,
    keeperHouseholdId: input.keeperHouseholdId ?? null,
    story: input.story?.trim() ?? '',
  }
  return act({ name: 'add-subject', actor, key, input: subject }, (tx) =>
    enterSubject(tx, { randomness, secrets }, subject),
  )
}

/**
 * The same inside a command that enters something of its own with it.
 * @throws Refusal 'label_taken', 'unknown_group', 'unknown_household'
 */
export async function enterSubject(
  tx: Tx,
  { randomness, secrets }: Omit<SubjectParts, 'act'>,
  subject: Omit<NewSubject, 'subjectId'>,
): Promise<{ subjectId: string; code: string }> {
  const { db, villageId } = tx
  if (subject.groupNo !== null && !(await selectGroups(db, villageId)).has(subject.groupNo))
    throw refuse('unknown_group')
  await requireKeeper(tx, subject.keeperHouseholdId)
  const subjectId = tx.newId()
  if (!(await insertSubject(db, villageId, { ...subject, subjectId }))) throw refuse('label_taken')
  const code = await giveOutCode(tx, randomness)
  await insertPlate(db, villageId, { code, subjectId, fixedAt: tx.now })
  const pseudonym = (await secrets.of(db, villageId)).pseudonym('subject', subjectId)
  tx.append(subjectAdded({ public: { subject: pseudonym, kind: subject.kind }, parts: [] }))
  return { subjectId, code }
}

/** @throws Refusal 'unknown_household' */
export async function requireKeeper(tx: Tx, householdId: string | null): Promise<void> {
  if (householdId === null) return
  const households = await readHouseholds(tx.db, tx.villageId, [householdId])
  if (!households.has(householdId)) throw refuse('unknown_household')
}

async function giveOutCode(tx: Tx, randomness: Randomness): Promise<string> {
  for (;;) {
    const code = makePlateCode(randomness)
    if (await claimCode(tx.db, tx.villageId, code)) return code
  }
}
