import type { Actor } from '../../platform/actor.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Contributions } from '../../platform/contributions.ts'
import type { Database } from '../../platform/database/database.ts'
import type { NewId } from '../../platform/identity.ts'
import type { VillageSecrets } from '../record/index.ts'
import type { Scoring } from '../scoring/index.ts'

/** A receipt as it fits on paper. */
export interface PaperReceipt {
  readonly kind: string
  readonly index: number
  readonly recordedAt: Date
  /** A `.tlog-proof` of at most 2,953 bytes: what the largest QR code holds. */
  readonly text: string
}

/** What this module's queries read from. */
export interface ReportParts {
  readonly contributions: Contributions
  readonly database: Database
  readonly clock: Clock
  readonly secrets: VillageSecrets
  readonly newId: NewId
  readonly scoring: Scoring
  readonly publicUrl: string
  /** The newest receipts of this person, of the log's making. */
  readonly readPaperReceipts: (actor: Actor, limit: number) => Promise<PaperReceipt[]>
}
