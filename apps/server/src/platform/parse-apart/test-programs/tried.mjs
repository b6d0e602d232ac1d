import { runSource } from '../run-source.mjs'

await runSource(new URL('tried.ts', import.meta.url))
