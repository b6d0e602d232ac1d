import { runSource } from '../../../platform/parse-apart/run-source.mjs'

await runSource(new URL('answer-file-program.ts', import.meta.url))
