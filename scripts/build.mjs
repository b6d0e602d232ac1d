// Builds what `npm start` runs: dist/server.mjs with what it reads beside it, and dist/web.
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { buildMiniprogram } from '../apps/miniprogram/build-app.mjs'
import { bundleServer } from './bundle-server.mjs'
import { compressWeb } from './compress-web.mjs'
import { root, run } from './stages.mjs'

const dist = path.join(root, 'dist')

/** Read by the server at run time, next to its bundle. */
const beside = [
  ['apps/server/migrations', 'migrations'],
  ['apps/server/data', 'data'],
  ['packages/scoring/fixtures/rule-sheets', 'rule-sheets'],
]

try {
  await buildServer()
  await buildApart()
  // For a county's own server and account it is built anew (docs/miniprogram.md).
  await buildMiniprogram({
    outdir: path.join(dist, 'miniprogram'),
    server: 'http://localhost:8080',
  })
  await buildProgram('apps/witness/src/main.ts', 'witness.mjs')
  await buildProgram('apps/audit/src/main.ts', 'audit.mjs')
  await buildProgram('apps/calibration/src/azalea-ratings.ts', 'ratings.mjs')
  await buildProgram('apps/calibration/src/azalea-rules.ts', 'rules.mjs')
} catch {
  // esbuild has printed what is wrong, and where.
  console.error('[build] the programs could not be built.')
  process.exit(1)
}
const vite = path.join(root, 'node_modules/vite/bin/vite.js')
if (!(await run(process.execPath, [vite, 'build', 'apps/web', '--logLevel', 'warn']))) {
  console.error('[build] the web app could not be built.')
  process.exit(1)
}
if (!(await run(process.execPath, ['scripts/bundle-size.mjs', '--every-page'], { quiet: true }))) {
  console.error('[build] a page of the web app loads more script than its budget.')
  process.exit(1)
}
await compressWeb(path.join(dist, 'web'))
if (
  !(await run(process.execPath, ['scripts/bundle-size.mjs', '--opened-first'], { quiet: true }))
) {
  console.error('[build] what is opened first sends more than its budget.')
  process.exit(1)
}

/** The server's entries, and in `server-*.mjs` what they share. */
async function buildServer() {
  for (const name of fs.existsSync(dist) ? fs.readdirSync(dist) : [])
    if (name.startsWith('server-')) fs.rmSync(path.join(dist, name))
  await bundleServer(['apps/server/src/server.ts', 'apps/server/src/demonstration.ts'], dist)
  for (const [source, target] of beside) {
    const place = path.join(dist, target)
    fs.rmSync(place, { recursive: true, force: true })
    fs.cpSync(path.join(root, source), place, { recursive: true })
  }
}

/** The programs that run apart from the server, each in a process or thread of its own: `…-program.ts`. */
async function buildApart() {
  const modules = path.join(root, 'apps/server/src/modules')
  for (const file of fs.readdirSync(modules, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('-program.ts'))
      await buildProgram(path.join(modules, file), `${path.basename(file, '.ts')}.mjs`)
}

/** A program for plain node that stands alone in one file, but for native code. */
async function buildProgram(entryPoint, name) {
  await build({
    absWorkingDir: root,
    entryPoints: [entryPoint],
    outfile: path.join(dist, name),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    minifySyntax: true,
    logLevel: 'warning',
    external: ['sharp', 'pdfkit', 'fontkit'],
  })
}
