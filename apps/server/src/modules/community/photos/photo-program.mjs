import { runSource } from '../../../platform/parse-apart/run-source.mjs'

await runSource(new URL('photo-program.ts', import.meta.url))
