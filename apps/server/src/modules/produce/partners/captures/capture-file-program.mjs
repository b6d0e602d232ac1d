import { runSource } from '../../../../platform/parse-apart/run-source.mjs'

await runSource(new URL('capture-file-program.ts', import.meta.url))
