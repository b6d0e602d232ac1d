#!/usr/bin/env node
import { existsSync } from 'node:fs'

// In a checkout the first run after a change builds; the published package comes built.
const builder = new URL('../build.mjs', import.meta.url)
if (existsSync(builder)) await (await import(builder.href)).buildIfOutdated()
await import('../dist/azalea-witness.mjs')
