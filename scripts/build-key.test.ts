import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildKey } from './build-key.mjs'

const root = path.resolve(import.meta.dirname, '..')

/** Of each workspace of this checkout one source, and what the build reads besides. */
const sources = [
  ...['apps', 'packages'].flatMap((folder) =>
    fs.readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}/src/made-up.ts`),
  ),
  'apps/server/migrations/0001_made_up/up.sql',
  'apps/web/index.html',
  ...['build.mjs', 'compress-web.mjs', 'stages.mjs'].map((name) => `scripts/${name}`),
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]
const notBuilt = [
  'apps/audit/src/made-up.test.ts',
  'apps/audit/dist/made-up.mjs',
  'packages/tlog/node_modules/made-up/index.js',
  'docs/made-up.md',
  'test/made-up.test.ts',
]

let copy = ''
beforeAll(() => {
  copy = fs.mkdtempSync(path.join(tmpdir(), 'azalea-build-key-'))
  for (const file of [...sources, ...notBuilt]) change(file)
})
afterAll(() => fs.rmSync(copy, { recursive: true, force: true }))

function change(file: string): void {
  fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
  fs.appendFileSync(path.join(copy, file), 'changed\n')
}

describe('a rebuild is wanted', () => {
  it.each(sources)('when %s changed', (file) => {
    const before = buildKey(copy)
    change(file)
    expect(buildKey(copy)).not.toBe(before)
  })

  it('when a workspace came, and when a source went', () => {
    const before = buildKey(copy)
    change('apps/newcomer/src/main.ts')
    const came = buildKey(copy)
    expect(came).not.toBe(before)
    fs.rmSync(path.join(copy, 'apps/newcomer'), { recursive: true })
    expect(buildKey(copy)).toBe(before)
  })
})

describe('no rebuild is wanted', () => {
  it('when nothing changed', () => {
    expect(buildKey(copy)).toBe(buildKey(copy))
  })

  it.each(notBuilt)('when %s changed', (file) => {
    const before = buildKey(copy)
    change(file)
    expect(buildKey(copy)).toBe(before)
  })
})

it('every program of the build comes from a workspace', () => {
  const text = fs.readFileSync(path.join(root, 'scripts/build.mjs'), 'utf8')
  const entries = [...text.matchAll(/'((?:\w+\/)+[\w-]+\.tsx?)'/g)].map(([, entry = '']) => entry)
  expect(entries).toContain('apps/audit/src/main.ts')
  for (const entry of entries) expect(entry).toMatch(/^(apps|packages)\//)
})
