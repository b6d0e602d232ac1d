#!/usr/bin/env node
import { buildCommands, needsBuild } from '../build.mjs'

// In a checkout the first run after a change builds; an installed package comes built.
if (needsBuild()) await buildCommands()
await import('../dist/azalea-ratings.mjs')
