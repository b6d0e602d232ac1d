import type { FastifyInstance } from 'fastify'
import { createSessionSource } from './modules/community/index.ts'
import { createAct, VillageSecrets, type Act, type Tx } from './modules/record/index.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database/database.ts'
import { EventBus } from './platform/events.ts'
import { registerPlatformRoutes } from './platform/http/health.routes.ts'
import { createHttp } from './platform/http/server.ts'
import { createNewId, type NewId, type Randomness } from './platform/identity.ts'
import { Keyring } from './platform/keyring.ts'

export interface Surroundings {
  readonly database: Database
  readonly clock: Clock
  readonly randomness: Randomness
  readonly masterKey: Buffer
  readonly migrationsDir: string
  readonly publicUrl: string
  readonly webDir: string | null
  readonly logFaults: boolean
  readonly limitRates: boolean
}

export interface Server {
  readonly http: FastifyInstance
  readonly act: Act
  readonly newId: NewId
  readonly secrets: VillageSecrets
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
  return { http, act, newId, secrets }
}
