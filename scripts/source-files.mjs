import fs from 'node:fs'
import path from 'node:path'

const passedOver = new Set(['node_modules', 'dist', 'fixtures', 'vectors'])

/**
 * The files below a folder, as sorted paths relative to `base`, without what is installed or built.
 *
 * @param {string} base
 * @param {string} folder relative to base; nothing is found when it does not exist
 * @returns {string[]}
 */
export function filesUnder(base, folder) {
  const place = path.join(base, folder)
  if (!fs.existsSync(place)) return []
  return fs
    .readdirSync(place, { withFileTypes: true })
    .filter(({ name }) => !passedOver.has(name))
    .flatMap((entry) => {
      const below = path.join(folder, entry.name)
      return entry.isDirectory() ? filesUnder(base, below) : [below]
    })
    .toSorted((one, other) => (one < other ? -1 : 1))
}

/**
 * The TypeScript modules of the packages and applications: those the module map speaks about.
 *
 * @param {string} base
 * @returns {string[]}
 */
export function sourceModules(base) {
  return ['packages', 'apps']
    .flatMap((folder) => filesUnder(base, folder))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
}
