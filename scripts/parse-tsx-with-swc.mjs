// Loaded before dependency-cruiser 17, whose swc parser never turns JSX on and so gives up at the
// first .tsx file (its issue 1081; version 18 mends it and needs a newer Node).
// @TODO remove with dependency-cruiser 18.
import { createRequire } from 'node:module'

const swc = createRequire(import.meta.url)('@swc/core')
const { parseFileSync } = swc
swc.parseFileSync = (file, options) =>
  parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })
