import type { FastifyInstance } from 'fastify'
import type { readOwnMerchants } from './modules/benefits/index.ts'
import type { WitnessPolicy } from './modules/log/index.ts'
import type { CoveringCheckpoint } from './modules/participation/index.ts'
import type { Act, Tx, VillageSecrets } from './modules/record/index.ts'
import type { Scoring } from './modules/scoring/index.ts'
import type { Standing } from './modules/standing/index.ts'
import type { BrokerState } from './platform/broker.ts'
import type { Clock } from './platform/clock.ts'
import type { Contributions } from './platform/contributions.ts'
import type { Database } from './platform/database/database.ts'
import type { EventBus } from './platform/events.ts'
import type { NewId, Randomness } from './platform/identity.ts'
import type { Keyring } from './platform/keyring.ts'
import type { PaymentProvider } from './platform/payment-provider.ts'
import type { MapTiles } from './platform/map-tiles.ts'
import type { ScaleLines } from './platform/scale-lines.ts'
import type { DemonstrationSignIn, SmsSender } from './platform/sms.ts'
import type { Wechat } from './platform/wechat.ts'

/** What a server is given: everything that differs between the real one, the tests and the season. */
export interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly randomness: Randomness
  readonly masterKey: Buffer
  readonly migrationsDir: string
  /** Where the embedded database lives; null: on another machine. */
  readonly dataDir: string | null
  readonly publicUrl: string
  readonly webDir: string | null
  readonly logFaults: boolean
  readonly limitRates: boolean
  readonly sms: SmsSender
  /** Guards the first set-up; printed on the console. Null: nobody may set up. */
  readonly setupToken: string | null
  /** Told to visitors while the demonstration is on; else null. */
  readonly demonstrationSignIns: readonly DemonstrationSignIn[] | null
  /** Who watches the logs, as of now; nobody when absent. */
  readonly witnesses?: () => WitnessPolicy
  /** The mini-program's side of WeChat; nobody signs in by it when absent. */
  readonly wechat?: Wechat | null
  /** Who takes money over the network; nobody when absent. */
  readonly payments?: PaymentProvider | null
  /** Pages of the demonstration alone, beside everything else; none when absent. */
  readonly servePages?: (http: FastifyInstance) => void
  /** What maps lie on; plain ground when absent. */
  readonly mapTiles?: MapTiles | null
  /** Where serial scales are reached; nowhere when absent. */
  readonly scaleLines?: ScaleLines
  /** How it stands with the broker that sensors publish to; null or absent: none was set. */
  readonly broker?: BrokerState | null
}

/** What the modules work with; each takes of it what its own `Parts` names. */
export interface Parts extends Dependencies {
  readonly act: Act
  readonly events: EventBus<Tx>
  readonly keyring: Keyring
  readonly newId: NewId
  readonly secrets: VillageSecrets
  readonly scoring: Scoring
  readonly standing: Standing
  readonly witnesses: () => WitnessPolicy
  readonly contributions: Contributions
  readonly villageIds: () => Promise<readonly string[]>
  readonly onSmsFault: (error: unknown) => void
  readonly wechat: Wechat | null
  readonly payments: PaymentProvider | null
  /** Of the log, which is above who asks. */
  readonly coveringCheckpoint: CoveringCheckpoint
  /** Of the benefits, which are above who pays. */
  readonly ownPayees: typeof readOwnMerchants
}
