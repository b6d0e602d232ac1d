import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { parsePolicy } from '@azalea/tlog'
import { describe, expect, it } from 'vitest'
import { readOptions } from '../apps/audit/src/options.ts'
import { parseConfig } from '../apps/witness/src/config.ts'

const root = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const readmes = [
  'README.md',
  'CONTRIBUTING.md',
  'test/README.md',
  'apps/audit/README.md',
  'apps/calibration/README.md',
  'apps/web/README.md',
  'apps/witness/README.md',
]
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())

interface Sample {
  readonly file: string
  readonly language: string
  readonly text: string
}

/** The fenced blocks of a page, without the indentation of the list that they stand in. */
function samplesOf(file: string): Sample[] {
  return [...read(file).matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm)].map(
    ([, indent = '', language = '', text = '']) => ({
      file,
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  )
}

const samples = readmes.flatMap(samplesOf)
const policy = samples.find(({ language, text }) => language === '' && /^quorum /m.test(text))
const witness = samples.find(({ file, text }) => file.includes('witness') && text.startsWith('{'))

/** Commands of shell blocks, and those within a line: `npm run check`. */
const commands = readmes.flatMap((file) => {
  const lines = samplesOf(file)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.split('\n'))
  const inline = [...read(file).matchAll(/`((?:[A-Z_]+=\S+ )*(?:npm|npx) [^`\n]+)`/g)]
  return [...lines, ...inline.map(([, line = '']) => line)]
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '')
    .map((line) => ({ file, line }))
})

/** What each command of the product reads its arguments with; others have a test of their own. */
const readers: Readonly<Record<string, (args: readonly string[]) => unknown>> = {
  'azalea-audit': readOptions,
  'azalea-witness': (args) =>
    expect(args).toEqual(args.length === 0 ? [] : ['--config', 'witness.json']),
}

describe('what the READMEs say', () => {
  it('has samples', () => {
    expect(commands.length).toBeGreaterThan(10)
    expect([policy?.file, witness?.file]).toEqual(['README.md', 'apps/witness/README.md'])
  })

  it('a witness reads its sample configuration', () => {
    const { logs, name } = parseConfig(JSON.parse(witness?.text ?? ''), '/')
    expect([name, logs.length]).toEqual(['witness.example/committee', 1])
  })

  it('the sample of a policy is one, alone and with the key of a log', () => {
    const lines = policy?.text ?? ''
    expect(parsePolicy(sha256, lines).witnesses).toHaveLength(2)
    const [vkey] = (JSON.parse(witness?.text ?? '') as { logs: { vkeys: string[] }[] }).logs[0]
      ?.vkeys ?? ['']
    expect(parsePolicy(sha256, `log ${vkey}\n${lines}`).logs).toHaveLength(1)
  })

  it.each(commands)('$file: $line', ({ line }) => {
    const words = line.split(/\s+/)
    const settings = words.filter((word) => /^[A-Z_]+=/.test(word))
    const [program = '', name = '', ...args] = words.slice(settings.length)
    for (const setting of settings) expect(variables).toContain(setting.split('=')[0])
    if (program === 'npx') {
      const reader = readers[name]
      if (name.startsWith('azalea-')) {
        const app = name.replace(/azalea-(ratings|rules)/, 'azalea-calibration').slice(7)
        expect(existsSync(new URL(`apps/${app}/bin/${name}.mjs`, root)), name).toBe(true)
      }
      reader?.(args)
      return
    }
    if (program !== 'npm') return
    const script = name === 'run' ? args[0] : name
    const workspace = args[args.indexOf('-w') + 1]
    const home = args.includes('-w') ? `${workspace}/package.json` : 'package.json'
    const { scripts } = JSON.parse(read(home)) as { scripts: Record<string, string> }
    if (name !== 'ci' && name !== 'install') expect(Object.keys(scripts)).toContain(script)
  })

  it('names every setting of the server, and no other', () => {
    const source =
      read('apps/server/src/platform/config.ts') +
      read('apps/server/src/platform/wechat-pay/read-settings.ts')
    const asked = /(?:env\[|fileOf\(|\w: )'([A-Z][A-Z_0-9]+)'/g
    const known = [...source.matchAll(asked)].map(([, name = '']) => name)
    expect(variables.filter((name) => name !== 'TEST_DATABASE_URL').toSorted()).toEqual(
      [...new Set(known)].toSorted(),
    )
  })
})

/** Settings in the table of the README. */
const variables = [...read('README.md').matchAll(/^\| `[A-Z].*$/gm)].flatMap(([row]) =>
  [...row.matchAll(/`([A-Z][A-Z_0-9]+)`/g)].map(([, name = '']) => name),
)
