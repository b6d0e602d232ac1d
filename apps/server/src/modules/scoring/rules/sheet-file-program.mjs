import { runSource } from '../../../platform/parse-apart/run-source.mjs'

await runSource(new URL('sheet-file-program.ts', import.meta.url))
