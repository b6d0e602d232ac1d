import { compose } from './compose.ts'
import { systemClock } from './platform/clock.ts'
import { openDatabase } from './platform/database/database.ts'
import { systemRandomness } from './platform/identity.ts'
import { consoleSmsSender } from './platform/sms.ts'

/**
 * The contract as the routes themselves tell it, whatever their order; no database is touched.
 */
export async function buildOpenApi(): Promise<object> {
  const server = await compose({
    database: openDatabase({ host: '/nowhere' }),
    clock: systemClock,
    randomness: systemRandomness,
    masterKey: Buffer.alloc(32),
    migrationsDir: '',
    dataDir: null,
    publicUrl: 'http://localhost:8080',
    webDir: null,
    logFaults: false,
    limitRates: false,
    sms: consoleSmsSender(() => {}),
    setupToken: null,
    demonstrationSignIns: null,
  })
  await server.http.ready()
  const document = server.http.swagger()
  await server.http.close()
  return { ...document, paths: byName(document.paths ?? {}) }
}

function byName(map: object): object {
  return Object.fromEntries(
    Object.entries(map).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}
