// A process with nothing but the listener to a broker, to be killed. Its argument is a JSON of what it
// listens to; it tells when it is connected.
import { writeSync } from 'node:fs'
import { listenToBroker } from '../src/modules/produce/index.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openDatabase, type DatabaseConnection } from '../src/platform/database/database.ts'

const orders = JSON.parse(process.argv[2] ?? '') as {
  readonly connection: DatabaseConnection
  readonly url: string
}
const broker = { isConnected: false, since: new Date(), problem: null, strays: 0 }
const onFault = (fault: unknown) => writeSync(2, `${String(fault)}\n`)
const database = openDatabase(orders.connection)
listenToBroker(
  { database, clock: systemClock, broker, onFault },
  { url: orders.url, clientId: 'azalea-test' },
)
const told = setInterval(() => {
  if (!broker.isConnected) return
  clearInterval(told)
  writeSync(1, 'connected\n')
}, 20)
