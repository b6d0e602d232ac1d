#!/usr/bin/env node
import '../dist/azalea-witness.mjs'
