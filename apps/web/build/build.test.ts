import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepIconWeights } from './keep-icon-weights.ts'
import { serviceWorker, shellFiles } from './service-worker.ts'

const webDir = join(import.meta.dirname, '..')
let siteDir: string

beforeAll(async () => {
  // Inside the repository, so that the icon library is found.
  siteDir = await mkdtemp(join(webDir, '../../node_modules/.build-test-'))
  await writeFile(join(siteDir, 'index.html'), '<script type="module" src="./main.js"></script>')
  await writeFile(
    join(siteDir, 'main.js'),
    `import { HouseIcon } from '@phosphor-icons/react/dist/csr/House'
     import './main.css'
     globalThis.icon = HouseIcon
     globalThis.later = () => import('./later.js')`,
  )
  await writeFile(join(siteDir, 'main.css'), 'p { color: red }')
  await writeFile(join(siteDir, 'later.js'), 'export const later = 1')
})

afterAll(() => rm(siteDir, { recursive: true }))

async function built(main?: string): Promise<Rolldown.RolldownOutput['output']> {
  if (main !== undefined) await writeFile(join(siteDir, 'later.js'), main)
  const result = await build({
    configFile: false,
    root: siteDir,
    publicDir: join(webDir, 'public'),
    logLevel: 'silent',
    plugins: [keepIconWeights(['regular', 'fill']), serviceWorker(join(webDir, 'src/sw.ts'))],
    build: { write: false, minify: false },
  })
  return (result as Rolldown.RolldownOutput).output
}

function worker(output: Rolldown.RolldownOutput['output']): {
  version: string
  shell: string[]
  rest: string[]
} {
  const file = output.find(({ fileName }) => fileName === 'sw.js')
  const source = file?.type === 'asset' ? String(file.source) : ''
  return JSON.parse(/^const BUILD = (.+)$/m.exec(source)?.[1] ?? '') as ReturnType<typeof worker>
}

describe('a build', () => {
  it('carries an icon in the drawn weights only', async () => {
    const [entry] = await built()
    expect(entry.code).toContain('"regular"')
    expect(entry.code).toContain('"fill"')
    expect(entry.code).not.toMatch(/"(bold|thin|light|duotone)"/)
  })

  it('names in its service worker what the first screen needs, and the rest apart', async () => {
    const { shell, rest } = worker(await built())
    expect(shell).toContain('index.html')
    expect(shell).toContain('manifest.webmanifest')
    expect(shell.filter((name) => name.endsWith('.css'))).toHaveLength(1)
    expect(shell.some((name) => name.includes('later'))).toBe(false)
    expect(rest.some((name) => name.includes('later'))).toBe(true)
  })

  it('has the same version for the same files, and another when any page changes', async () => {
    const before = worker(await built())
    const again = worker(await built())
    const changed = worker(await built('export const later = 2'))
    expect(again).toEqual(before)
    expect(changed.version).not.toBe(before.version)
  })
})

it('follows static imports only, and loops end', () => {
  const chunk = (fileName: string, imports: string[], isEntry = false) => ({
    type: 'chunk',
    fileName,
    imports,
    isEntry,
    moduleIds: [`/src/${fileName.replace('.js', '.ts')}`],
  })
  const bundle = {
    'a.js': chunk('a.js', ['b.js'], true),
    'b.js': chunk('b.js', ['a.js']),
    'c.js': chunk('c.js', []),
  } as unknown as Rolldown.OutputBundle
  expect(shellFiles(bundle)).toEqual(['a.js', 'b.js'])
  expect(shellFiles(bundle, ['/src/c.ts'])).toEqual(['a.js', 'b.js', 'c.js'])
  expect(() => shellFiles(bundle, ['/src/gone.ts'])).toThrow('/src/gone.ts')
})
