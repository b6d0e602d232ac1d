// Bundles the two commands for plain node: `npm run build -w apps/calibration`.
import fs from 'node:fs'
import path from 'node:path'

const here = import.meta.dirname
const dist = path.join(here, 'dist')
const commands = ['azalea-ratings', 'azalea-rules']
const sources = [path.join(here, 'src'), path.resolve(here, '../../packages/scoring/src')]

/** Whether there is no bundle, or sources (of a checkout) that are newer. */
export function needsBuild() {
  const built = commands.map((name) => changedAt(path.join(dist, `${name}.mjs`)))
  const newest = Math.max(...sources.flatMap((folder) => filesUnder(folder)).map(changedAt), 0)
  return Math.min(...built) <= newest
}

/** Builds aside and renames, so that a command that starts meanwhile reads a whole file. */
export async function buildCommands() {
  const { build } = await import('esbuild')
  fs.mkdirSync(dist, { recursive: true })
  for (const name of commands) {
    const aside = path.join(dist, `.${name}.${process.pid}.mjs`)
    await build({
      entryPoints: [path.join(here, 'src', `${name}.ts`)],
      outfile: aside,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      logLevel: 'warning',
    })
    fs.renameSync(aside, path.join(dist, `${name}.mjs`))
  }
}

function changedAt(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function filesUnder(folder) {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
}

if (process.argv[1] === import.meta.filename) await buildCommands()
