import { runSource } from '../../platform/parse-apart/run-source.mjs'

await runSource(new URL('pack-labels-program.ts', import.meta.url))
