// What a first visit downloads before the first useful screen: `node scripts/bundle-size.mjs [page…]`.
//
// Sums the gzipped entry of dist/web with everything it imports statically, and the same for each
// named lazy page (`home-page` stands for assets/home-page-*.js). Prints one line of JSON.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const budgetBytes = 120_000
const webDir = fileURLToPath(new URL('../dist/web/', import.meta.url))
const html = readFileSync(join(webDir, 'index.html'), 'utf8')
const assets = readdirSync(join(webDir, 'assets'))

const files = new Set()
for (const [, path] of html.matchAll(/<script[^>]+src="\.\/([^"]+\.js)"/g)) addScript(path)
if (files.size === 0) throw new Error('dist/web/index.html names no script')
const entryBytes = gzippedBytes(files)

for (const page of process.argv.slice(2)) {
  const chunk = assets.find((name) => name.startsWith(`${page}-`) && name.endsWith('.js'))
  if (chunk === undefined) throw new Error(`dist/web/assets holds no chunk named ${page}`)
  addScript(`assets/${chunk}`)
}
const scriptBytes = gzippedBytes(files)
const styles = [...html.matchAll(/<link[^>]+href="\.\/([^"]+\.css)"/g)].map(([, path]) => path)

console.log(
  JSON.stringify({
    entryGzipBytes: entryBytes,
    scriptGzipBytes: scriptBytes,
    styleGzipBytes: gzippedBytes(styles),
    budgetBytes,
    withinBudget: scriptBytes <= budgetBytes,
    files: [...files],
  }),
)

function addScript(path) {
  if (files.has(path)) return
  files.add(path)
  const code = readFileSync(join(webDir, path), 'utf8')
  // Static imports as the bundler writes them: `import{a}from"./b.js"` and `import"./b.js"`.
  for (const [, imported] of code.matchAll(
    /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g,
  )) {
    addScript(normalize(join(dirname(path), imported)))
  }
}

function gzippedBytes(paths) {
  let sum = 0
  for (const path of paths) sum += gzipSync(readFileSync(join(webDir, path)), { level: 9 }).length
  return sum
}
