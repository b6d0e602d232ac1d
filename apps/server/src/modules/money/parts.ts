import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Act, VillageSecrets } from '../record/index.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Payee } from './money-accounts.ts'

/** What a command of this module works with. */
export interface Commands {
  readonly act: Act
  readonly secrets: VillageSecrets
}

/** What its queries read from. */
export interface Readers {
  readonly database: Database
  readonly clock: Clock
}

/** Who is behind payees, as those know it who pay them. */
export interface PayeeParts {
  /** Payees, beside households, in which somebody or kin of theirs has a part. */
  readonly ownPayees: (
    db: Db,
    actor: Pick<Actor, 'villageId' | 'personId'>,
  ) => Promise<readonly Payee[]>
}

export type MoneyParts = Commands & Readers & PayeeParts
