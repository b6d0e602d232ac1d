// The server with its ear at a broker, in a process of its own; on `tick` it does what the clock asks
// of sensors in a minute.
import { compose } from '../../apps/server/src/compose.ts'
import { listenToBroker, watchSensors } from '../../apps/server/src/modules/produce/index.ts'
import { systemClock } from '../../apps/server/src/platform/clock.ts'
import {
  openDatabase,
  type DatabaseConnection,
} from '../../apps/server/src/platform/database/database.ts'
import { benchSettings } from '../bench-server.ts'
import { VILLAGE } from '../village-fixture.ts'

const [, , connection = '', url = ''] = process.argv
const database = openDatabase(JSON.parse(connection) as DatabaseConnection)
const broker = { isConnected: false, since: systemClock.now(), problem: null, strays: 0 }
const server = await compose({
  database,
  clock: systemClock,
  ...benchSettings,
  broker,
})
const onFault = (fault: unknown) => console.error(fault)
const listener = listenToBroker({ ...server, broker, onFault }, { url, clientId: 'azalea-bench' })
const address = await server.http.listen({ port: 0, host: '127.0.0.1' })
process.on('message', (message) => {
  if (message === 'tick') void watchSensors(server, VILLAGE).then(() => process.send?.('done'))
  if (message !== 'stop') return
  void listener
    .stop()
    .then(() => server.http.close())
    .then(() => database.close())
    .then(() => process.exit(0))
})
const connected = setInterval(() => {
  if (!broker.isConnected) return
  clearInterval(connected)
  process.send?.({ port: Number(new URL(address).port) })
}, 50)
