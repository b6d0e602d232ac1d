// What a first visit downloads before the first useful screen: `node scripts/bundle-size.mjs [page…]`.
//
// Sums the gzipped entry of dist/web with everything it imports statically, and the same for each
// named lazy page (`home-page` stands for assets/home-page-*.js). Prints one line of JSON. With
// `--every-page` each page is measured for itself: prints the heaviest, and fails when one is above
// the budget. With `--opened-first`: what comes down the line, compressed as the build has compressed
// it, with styles and page, before the screens that are opened first.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const budgetBytes = 120_000
/** On slow 3G a kilobyte takes 20 ms: this is what six seconds leave. */
const openedFirstBudgetBytes = 72_000
const webDir = fileURLToPath(new URL('../dist/web/', import.meta.url))
const html = readFileSync(join(webDir, 'index.html'), 'utf8')
const assets = readdirSync(join(webDir, 'assets'))

const sizes = new Map()
const wanted = process.argv.slice(2)

if (wanted[0] === '--every-page') {
  const heaviest = everyPage()
    .map((page) => ({ page, scriptGzipBytes: gzippedBytes(scriptsOf([page])) }))
    .reduce((one, other) => (other.scriptGzipBytes > one.scriptGzipBytes ? other : one))
  const withinBudget = heaviest.scriptGzipBytes <= budgetBytes
  console.log(JSON.stringify({ heaviest, budgetBytes, withinBudget }))
  if (!withinBudget) process.exitCode = 1
} else if (wanted[0] === '--opened-first') {
  const wireBytes = {
    visitorHome: wireBytesOf('opened-first'),
    plate: wireBytesOf('opened-first'),
    memberHome: wireBytesOf('opened-first', 'member-home'),
  }
  const withinBudget = Object.values(wireBytes).every((bytes) => bytes <= openedFirstBudgetBytes)
  console.log(JSON.stringify({ wireBytes, budgetBytes: openedFirstBudgetBytes, withinBudget }))
  if (!withinBudget) process.exitCode = 1
} else {
  const files = scriptsOf(wanted.map(chunkOf))
  const scriptBytes = gzippedBytes(files)
  const styles = [...html.matchAll(/<link[^>]+href="\.\/([^"]+\.css)"/g)].map(([, path]) => path)
  console.log(
    JSON.stringify({
      entryGzipBytes: gzippedBytes(scriptsOf([])),
      scriptGzipBytes: scriptBytes,
      styleGzipBytes: gzippedBytes(styles),
      budgetBytes,
      withinBudget: scriptBytes <= budgetBytes,
      files: [...files],
    }),
  )
}

/** The page, its styles and scripts and those of the chunks, as they are sent. */
function wireBytesOf(...chunks) {
  const styles = [...html.matchAll(/<link[^>]+href="\.\/([^"]+\.css)"/g)].map(([, path]) => path)
  const files = ['index.html', ...styles, ...scriptsOf(chunks.map(chunkOf))]
  return files.reduce((sum, file) => {
    const compressed = join(webDir, `${file}.br`)
    return sum + statSync(existsSync(compressed) ? compressed : join(webDir, file)).size
  }, 0)
}

/** The entry's scripts and those of the chunks. */
function scriptsOf(chunks) {
  const files = new Set()
  for (const [, path] of html.matchAll(/<script[^>]+src="\.\/([^"]+\.js)"/g)) addScript(path, files)
  if (files.size === 0) throw new Error('dist/web/index.html names no script')
  for (const chunk of chunks) addScript(`assets/${chunk}`, files)
  return files
}

/** The chunk of a page by its name, without the hash that the bundler gives it. */
function chunkOf(page) {
  const chunk = assets.find((name) => name.startsWith(`${page}-`) && name.endsWith('.js'))
  if (chunk === undefined) throw new Error(`dist/web/assets holds no chunk named ${page}`)
  return chunk
}

/** The chunks of all pages; pages of several features may share a name. */
function everyPage() {
  return assets.filter((name) => /-page-[\w-]{8}\.js$/.test(name))
}

function addScript(path, files) {
  if (files.has(path)) return
  files.add(path)
  const code = readFileSync(join(webDir, path), 'utf8')
  // Static imports as the bundler writes them: `import{a}from"./b.js"` and `import"./b.js"`.
  for (const [, imported] of code.matchAll(
    /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g,
  )) {
    addScript(normalize(join(dirname(path), imported)), files)
  }
}

function gzippedBytes(paths) {
  let sum = 0
  for (const path of paths) sum += gzippedSize(path)
  return sum
}

function gzippedSize(path) {
  const known = sizes.get(path)
  if (known !== undefined) return known
  const size = gzipSync(readFileSync(join(webDir, path)), { level: 9 }).length
  sizes.set(path, size)
  return size
}
