// Read by setup.mjs before anything is installed: imports nothing but Node.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Whole folders, so that a workspace or a script of the build that comes later is not forgotten. */
const builtFrom = [
  'apps',
  'packages',
  'scripts',
  'package-lock.json',
  'package.json',
  'tsconfig.base.json',
]

/**
 * What the build is made from, as one hash: another one wants another build.
 *
 * @param {string} base a checkout, or a copy of one
 */
export function buildKey(base) {
  const files = builtFrom
    .flatMap((place) => sourcesUnder(base, place))
    .toSorted((one, other) => (one < other ? -1 : 1))
  return hash(
    files.map((file) => `${file} ${hash(fs.readFileSync(path.join(base, file)))}\n`).join(''),
  )
}

/** @param {string | Uint8Array} content */
export function hash(content) {
  return createHash('sha256').update(content).digest('hex')
}

function sourcesUnder(base, place) {
  const found = path.join(base, place)
  if (!fs.existsSync(found)) return []
  if (fs.statSync(found).isFile()) return [place]
  return fs
    .readdirSync(found)
    .filter((name) => name !== 'node_modules' && name !== 'dist' && !name.includes('.test.'))
    .flatMap((name) => sourcesUnder(base, path.join(place, name)))
}
