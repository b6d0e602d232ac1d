import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readKin } from '../../community/index.ts'
import type { Payee } from '../money-accounts.ts'
import type { PayeeParts } from '../parts.ts'

/** Whether a payee is somebody's own: the household where they live, or one in which they or kin have a part. */
export async function readOwnPayees(
  { ownPayees }: PayeeParts,
  db: Db,
  actor: Pick<Actor, 'villageId' | 'personId'>,
): Promise<(payee: Payee) => boolean> {
  const { villageId, personId } = actor
  const { livesIn } = await readKin(db, villageId, [personId])
  const others = await ownPayees(db, actor)
  return ({ kind, id }) =>
    kind === 'household'
      ? livesIn(personId, id)
      : others.some((one) => one.kind === kind && one.id === id)
}
