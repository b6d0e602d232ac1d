// Bundles a workspace's commands into its `dist`, one file each for plain node.
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { root } from './stages.mjs'

/**
 * Builds aside and renames, so that a command that starts meanwhile reads a whole file.
 *
 * @param {string} folder the workspace
 * @param {Record<string, string>} commands the source of each, below the workspace
 */
export async function buildCommands(folder, commands) {
  const dist = path.join(folder, 'dist')
  fs.mkdirSync(dist, { recursive: true })
  for (const [name, source] of Object.entries(commands)) {
    const aside = path.join(dist, `.${name}.${process.pid}.mjs`)
    await build({
      entryPoints: [path.join(folder, source)],
      outfile: aside,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      minifySyntax: true,
      logLevel: 'warning',
    })
    fs.renameSync(aside, path.join(dist, `${name}.mjs`))
  }
}

/** Builds only when a bundle is missing, or older than a source of the workspace or of a package. */
export async function buildOutdated(folder, commands) {
  const built = Object.keys(commands).map((name) =>
    changedAt(path.join(folder, `dist/${name}.mjs`)),
  )
  const sources = [path.join(folder, 'src'), ...packageSources()].flatMap(filesUnder)
  if (Math.min(...built) > Math.max(...sources.map(changedAt))) return
  await buildCommands(folder, commands)
}

function packageSources() {
  const packages = path.join(root, 'packages')
  return fs.readdirSync(packages).map((name) => path.join(packages, name, 'src'))
}

function changedAt(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function filesUnder(folder) {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
}
