import type { FastifyInstance } from 'fastify'
import type { Actor } from './platform/actor.ts'
import { createSessionSource, registerCommunityRoutes } from './modules/community/index.ts'
import {
  noWitnesses,
  readPaperReceipts,
  registerLogRoutes,
  registerOpeningRoutes,
  registerReceiptRoutes,
  type WitnessPolicy,
} from './modules/log/index.ts'
import { listenToCommunity, registerParticipationRoutes } from './modules/participation/index.ts'
import { createAct, VillageSecrets, type Act, type Tx } from './modules/record/index.ts'
import { registerReportRoutes } from './modules/reports/index.ts'
import { createScoring, registerScoringRoutes, type Scoring } from './modules/scoring/index.ts'
import { createStanding, registerStandingRoutes, type Standing } from './modules/standing/index.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database/database.ts'
import { EventBus } from './platform/events.ts'
import { registerPlatformRoutes } from './platform/http/health.routes.ts'
import { createHttp } from './platform/http/server.ts'
import { createNewId, type NewId, type Randomness } from './platform/identity.ts'
import { Keyring } from './platform/keyring.ts'
import type { DemonstrationSignIn, SmsSender } from './platform/sms.ts'

export interface Surroundings {
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
}

export interface Server {
  readonly http: FastifyInstance
  readonly act: Act
  readonly keyring: Keyring
  readonly newId: NewId
  readonly secrets: VillageSecrets
  readonly scoring: Scoring
  readonly standing: Standing
}

/** Wires the modules together; the same for the real server, the tests and the season. */
export async function compose(surroundings: Surroundings): Promise<Server> {
  const { database, clock, randomness, publicUrl, webDir, logFaults, limitRates } = surroundings
  const keyring = new Keyring(surroundings.masterKey, randomness)
  const secrets = new VillageSecrets(keyring)
  const newId = createNewId(clock, randomness)
  const events = new EventBus<Tx>()
  const act = createAct({ database, clock, newId, keys: { keyring, randomness }, events })
  const sessions = createSessionSource(database, clock)
  const http = await createHttp({ sessions, webDir, publicUrl, logFaults, limitRates })
  registerPlatformRoutes(http, surroundings)
  const onSmsFault = (error: unknown) => http.log.error(error)
  const core = { act, keyring, newId, secrets }
  registerCommunityRoutes(http, { ...surroundings, ...core, onSmsFault })
  const scoring = createScoring(secrets, events)
  registerScoringRoutes(http, { ...surroundings, ...core, scoring })
  const onFault = (error: unknown) => http.log.error(error)
  const standing = createStanding({ database, clock, events, onFault })
  http.addHook('onClose', () => standing.folder.stop())
  registerStandingRoutes(http, surroundings)
  listenToCommunity(events, secrets)
  registerParticipationRoutes(http, { ...surroundings, ...core, scoring })
  const { witnesses = () => noWitnesses } = surroundings
  const logParts = { ...surroundings, ...core, witnesses }
  registerLogRoutes(http, logParts)
  registerReceiptRoutes(http, logParts)
  registerOpeningRoutes(http, logParts)
  const paper = (actor: Actor, limit: number) => readPaperReceipts(logParts, actor, limit)
  registerReportRoutes(http, { ...surroundings, ...core, scoring, readPaperReceipts: paper })
  return { http, act, keyring, newId, secrets, scoring, standing }
}
