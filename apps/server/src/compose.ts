import type { FastifyInstance } from 'fastify'
import { modules as everyModule } from './modules.ts'
import { readOwnMerchants } from './modules/benefits/index.ts'
import { createSessionSource, selectVillageIds } from './modules/community/index.ts'
import { noWitnesses, readCoveringCheckpoint } from './modules/log/index.ts'
import { createAct, VillageSecrets, type Tx } from './modules/record/index.ts'
import { createScoring } from './modules/scoring/index.ts'
import { createStanding } from './modules/standing/index.ts'
import type { Dependencies, Parts } from './parts.ts'
import { gather } from './platform/gather.ts'
import type { Module } from './platform/module.ts'
import { EventBus } from './platform/events.ts'
import { registerPlatformRoutes } from './platform/http/health.routes.ts'
import { createHttp } from './platform/http/server.ts'
import { createNewId } from './platform/identity.ts'
import { Keyring } from './platform/keyring.ts'

export interface Server extends Parts {
  readonly http: FastifyInstance
}

/** Wires the modules together; the same for the real server, the tests and the season. */
export async function compose(
  dependencies: Dependencies,
  modules: readonly Module<Parts>[] = everyModule,
): Promise<Server> {
  const { database, clock, randomness, publicUrl, webDir, logFaults, limitRates } = dependencies
  const keyring = new Keyring(dependencies.masterKey, randomness)
  const secrets = new VillageSecrets(keyring)
  const newId = createNewId(clock, randomness)
  const events = new EventBus<Tx>()
  const act = createAct({ database, clock, newId, keys: { keyring, randomness }, events })
  const sessions = createSessionSource(database, clock)
  const mapTiles = dependencies.mapTiles ?? null
  const http = await createHttp({
    sessions,
    webDir,
    publicUrl,
    logFaults,
    limitRates,
    mapTiles,
  })
  const onFault = (error: unknown) => http.log.error(error)
  const { witnesses = () => noWitnesses } = dependencies
  const parts: Parts = {
    ...dependencies,
    act,
    events,
    keyring,
    newId,
    secrets,
    witnesses,
    scoring: createScoring(secrets),
    standing: createStanding({ database, clock, events, onFault }),
    villageIds: () => database.outsideVillages(selectVillageIds),
    onSmsFault: onFault,
    wechat: dependencies.wechat ?? null,
    payments: dependencies.payments ?? null,
    coveringCheckpoint: readCoveringCheckpoint,
    ownPayees: readOwnMerchants,
    contributions: gather(modules, () => parts),
  }
  registerPlatformRoutes(http, dependencies)
  for (const module of modules) {
    module.listen?.(parts)
    module.routes?.(http, parts)
  }
  dependencies.servePages?.(http)
  return { ...parts, http }
}
