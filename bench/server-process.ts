// The server as the product composes it, in a process of its own, so that neither the one who
// measures nor PostgreSQL shares its event loop. Only the limits on requests a minute are off.
import { compose } from '../apps/server/src/compose.ts'
import { systemClock } from '../apps/server/src/platform/clock.ts'
import {
  openDatabase,
  type DatabaseConnection,
} from '../apps/server/src/platform/database/database.ts'
import { benchSettings } from './bench-server.ts'

const database = openDatabase(JSON.parse(process.argv[2] ?? '') as DatabaseConnection)
const server = await compose({
  database,
  clock: systemClock,
  ...benchSettings,
})
const address = await server.http.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ port: Number(new URL(address).port) })
process.once('message', () => {
  void server.http
    .close()
    .then(() => database.close())
    .then(() => process.exit(0))
})
