// Bundles the auditor into one file for plain node: `npm run build -w apps/audit`.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))

await build({
  entryPoints: [at('src/main.ts')],
  outfile: process.argv[2] ?? at('dist/azalea-audit.mjs'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifySyntax: true,
  logLevel: 'warning',
})
