#!/usr/bin/env node
import { existsSync } from 'node:fs'

// By itself when published; in the repository what `npm run build` made.
const places = ['../dist/azalea-audit.mjs', '../../../dist/audit.mjs']
const built = places
  .map((place) => new URL(place, import.meta.url))
  .find((place) => existsSync(place))
if (built === undefined) {
  process.stderr.write('azalea-audit is not built yet: run `npm run build` first.\n')
  process.exitCode = 2
} else await import(built.href)
