// `npm run build -w apps/witness`; in a checkout the commands build themselves when sources have changed.
import { buildCommands, buildOutdated } from '../../scripts/build-commands.mjs'

const commands = { 'azalea-witness': 'src/main.ts' }

export const buildIfOutdated = () => buildOutdated(import.meta.dirname, commands)

if (process.argv[1] === import.meta.filename) await buildCommands(import.meta.dirname, commands)
