import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepIconWeights } from './keep-icon-weights.ts'
import { shellFiles } from './chunks.ts'
import { earlyScript } from './early-script.ts'
import { serviceWorker } from './service-worker.ts'

const webDir = join(import.meta.dirname, '..')
let siteDir: string

beforeAll(async () => {
  // Inside the repository, so that the icon library is found.
  siteDir = await mkdtemp(join(webDir, '../../node_modules/.build-test-'))
  await writeFile(
    join(siteDir, 'index.html'),
    '<!doctype html><html><head><script type="module" src="./main.js"></script></head></html>',
  )
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
    base: './',
    plugins: [
      keepIconWeights(['regular', 'fill']),
      earlyScript(join(webDir, 'src/early.ts'), {
        home: ['/later.js'],
        memberHome: ['/later.js'],
        plate: ['/later.js'],
      }),
      serviceWorker(join(webDir, 'src/sw.ts')),
    ],
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

/** What the built page finds on its window, and which files it asks for, when opened at `hash`. */
async function opened(hash: string, kept: Readonly<Record<string, string>> = {}) {
  const html = String(
    (await built()).find((file) => file.type === 'asset' && file.fileName === 'index.html')?.[
      'source' as never
    ],
  )
  const script = /<script>(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  const asked: string[] = []
  const files: string[] = []
  const answers: Record<string, unknown> = {
    '/api/session': { session: null },
    '/api/setup': { villages: [{ villageId: '330109102259' }] },
  }
  const page = {
    window: {} as Record<string, unknown>,
    location: { hash },
    localStorage: { getItem: (name: string) => kept[name] ?? null, setItem: () => undefined },
    document: {
      createElement: () => ({ href: '' }),
      head: { append: ({ href }: { href: string }) => files.push(href) },
    },
    fetch: async (address: string) => {
      asked.push(address)
      return Response.json(answers[address] ?? {})
    },
  }
  runInNewContext(script, page)
  await new Promise((resolve) => setTimeout(resolve, 20))
  return { html, asked, files }
}

describe('the script in the page’s head', () => {
  it('asks for a visitor’s home, the village included, and for its files', async () => {
    const { html, asked, files } = await opened('')
    expect(asked).toEqual(['/api/session', '/api/setup', '/api/villages/330109102259'])
    expect(files).toEqual([expect.stringMatching(/^\.\/assets\/later-/)])
    // Before the styles, for which an inline script would wait.
    expect(html.indexOf('<script>')).toBeLessThan(html.indexOf('rel="stylesheet"'))
    expect(html.indexOf('<script>')).toBeGreaterThan(html.indexOf('type="module"'))
  })

  it('asks for a member’s home at once where somebody was signed in', async () => {
    const { asked } = await opened('#/', { 'azalea.member': '1' })
    expect(asked).toEqual(['/api/session', '/api/me/home'])
  })

  it('asks for the plate whose code was scanned', async () => {
    const { asked, files } = await opened('#/p/K7Q2M4XA?from=scan')
    expect(asked).toEqual(['/api/session', '/api/setup', '/api/plates/K7Q2M4XA'])
    expect(files).toHaveLength(1)
  })
})

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
