import { runSource } from '../../../../platform/parse-apart/run-source.mjs'

await runSource(new URL('plot-file-program.ts', import.meta.url))
