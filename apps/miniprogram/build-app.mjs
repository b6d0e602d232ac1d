import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const source = path.join(import.meta.dirname, 'src')
const core = path.join(source, 'core')

/** Copied as they are. */
const beside = new Set(['.json', '.wxml', '.wxss'])

/** Syntax; what is called besides (Array.at, Object.hasOwn, BigInt) iOS has since 15.4. */
const target = 'es2019'

/**
 * Builds the mini-program into a folder that WeChat's tools take as it is. The core is one file that
 * every page requires: it holds the session, of which there is one.
 *
 * @param {{ outdir: string, server: string, appId?: string | undefined, minify?: boolean }} options
 *   server: where the village's server is, without a slash at its end
 */
export async function buildMiniprogram({ outdir, server, appId, minify = true }) {
  fs.rmSync(outdir, { recursive: true, force: true })
  const files = listFiles(source)
  const scripts = files.filter(isEntry)
  const shared = {
    bundle: true,
    format: /** @type {const} */ ('cjs'),
    platform: /** @type {const} */ ('neutral'),
    mainFields: ['module', 'main'],
    target,
    minify,
    charset: /** @type {const} */ ('utf8'),
    logLevel: /** @type {const} */ ('warning'),
    define: { AZALEA_SERVER: JSON.stringify(server) },
  }
  await Promise.all([
    build({
      ...shared,
      entryPoints: [path.join(core, 'index.ts')],
      outfile: path.join(outdir, 'core/index.js'),
    }),
    build({
      ...shared,
      entryPoints: scripts,
      outdir,
      outbase: source,
      plugins: [sharedCore()],
    }),
  ])
  for (const file of files.filter((one) => beside.has(path.extname(one)))) {
    const place = path.join(outdir, path.relative(source, file))
    fs.mkdirSync(path.dirname(place), { recursive: true })
    fs.copyFileSync(file, place)
  }
  if (appId) nameAccount(path.join(outdir, 'project.config.json'), appId)
}

/** The program and the scripts that stand beside a wxml of their own name. */
function isEntry(file) {
  if (file === path.join(source, 'app.ts')) return true
  return file.endsWith('.ts') && fs.existsSync(file.replace(/\.ts$/, '.wxml'))
}

function listFiles(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** Pages require the core's file instead of holding a copy, each with a session of its own. */
function sharedCore() {
  return {
    name: 'shared-core',
    setup(pages) {
      pages.onResolve(
        { filter: /\/core\/[\w-]+\.ts$/ },
        ({ path: asked, importer, resolveDir }) => {
          if (path.dirname(path.resolve(resolveDir, asked)) !== core) return undefined
          const page = path.dirname(path.relative(source, importer))
          return { path: `./${path.join(path.relative(page, 'core'), 'index.js')}`, external: true }
        },
      )
    },
  }
}

function nameAccount(file, appId) {
  const settings = JSON.parse(fs.readFileSync(file, 'utf8'))
  fs.writeFileSync(file, JSON.stringify({ ...settings, appid: appId }, null, 2))
}
