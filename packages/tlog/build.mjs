// Emits dist/ with plain JavaScript, types and the package.json of the published package:
// `npm run build -w packages/tlog`, then `npm publish ./packages/tlog/dist`. The workspace itself
// imports src/index.ts and needs no build.
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))

rmSync(at('dist'), { recursive: true, force: true })
execFileSync('npx', ['tsc', '-p', at('tsconfig.build.json')], { stdio: 'inherit', cwd: at('.') })

const { name, version, type, license, description, keywords, sideEffects } = JSON.parse(
  readFileSync(at('package.json'), 'utf8'),
)
const manifest = {
  name,
  version,
  type,
  license,
  description,
  keywords,
  sideEffects,
  exports: { '.': { types: './index.d.ts', default: './index.js' } },
}
writeFileSync(at('dist/package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
cpSync(at('README.md'), at('dist/README.md'))
cpSync(at('../../LICENSE'), at('dist/LICENSE'))
cpSync(at('vectors'), at('dist/vectors'), { recursive: true })
