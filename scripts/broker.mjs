// `npm run broker`: a broker on this machine, to try sensors with: AZALEA_MQTT_URL=mqtt://localhost:1883 npm start.
// Everybody may publish and subscribe there, and what it keeps is gone when it ends: for trying only.
import { createServer } from 'node:net'
import { Aedes } from 'aedes'

const port = Number(process.env.BROKER_PORT ?? '1883')
const aedes = await Aedes.createBroker()
const server = createServer(aedes.handle)
server.listen(port, '127.0.0.1', () => console.log(`mqtt://localhost:${port}`))
