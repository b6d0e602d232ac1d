// `node dist/server.mjs`: a village's server, or, unless AZALEA_DEMO says off, the demonstration's.
import { main } from './main.ts'

if (process.env['AZALEA_DEMO'] === 'off') await main(process.argv.slice(2), null)
else await import('./demonstration.ts')
