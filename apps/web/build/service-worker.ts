import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transformWithOxc, type Plugin } from 'vite'
import { shellFiles, type Bundle } from './chunks.ts'

/** Larger files, such as the scanner's wasm, are kept when they are first used. */
const keptUpToBytes = 200_000

/**
 * Adds `sw.js` to the build: the worker's source with the names of the build's files and a hash
 * over their content, so that any change of any file is a new version. `alsoInShell` names the
 * modules (by the end of their path) whose chunks are kept from the first visit on.
 */
export function serviceWorker(sourcePath: string, alsoInShell: readonly string[] = []): Plugin {
  let publicDir = ''
  return {
    name: 'azalea:service-worker',
    apply: 'build',
    configResolved(config) {
      publicDir = config.publicDir
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const publicNames = (await readdir(publicDir)).sort()
        const shell = [...shellFiles(bundle, alsoInShell), ...publicNames]
        const rest = Object.values(bundle)
          .filter((file) => !shell.includes(file.fileName) && sizeBytes(file) <= keptUpToBytes)
          .filter((file) => /\.(js|css)$/.test(file.fileName))
          .map((file) => file.fileName)
        const hash = createHash('sha256')
        for (const file of Object.values(bundle)) hash.update(file.fileName).update(content(file))
        for (const name of publicNames) hash.update(await readFile(join(publicDir, name)))
        const build = { version: hash.digest('hex').slice(0, 16), shell, rest }
        const source = await readFile(sourcePath, 'utf8')
        const { code } = await transformWithOxc(source, sourcePath, { target: 'es2020' })
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: `const BUILD = ${JSON.stringify(build)}\n${code}`,
        })
      },
    },
  }
}

function content(file: Bundle[string]): string | Uint8Array {
  return file.type === 'chunk' ? file.code : file.source
}

function sizeBytes(file: Bundle[string]): number {
  return content(file).length
}
