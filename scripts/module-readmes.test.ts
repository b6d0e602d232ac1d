import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const modules = 'apps/server/src/modules'
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(root + file))
const tests = new Set(files.map((file) => file.slice(file.lastIndexOf('/') + 1)))
const readmes = files.filter((file) => file.startsWith(modules) && file.endsWith('/README.md'))

it('every module has a README', () => {
  const named = new Set(
    files.filter((file) => file.startsWith(`${modules}/`)).map((f) => f.split('/')[4]),
  )
  const withReadme = readmes.filter((file) => file.split('/').length === 6)
  expect(withReadme.map((file) => file.split('/')[4] ?? '').toSorted()).toEqual(
    [...named].map((name) => name ?? '').toSorted(),
  )
})

describe.each(readmes.filter((file) => file.split('/').length === 6))('%s', (readme) => {
  const text = readFileSync(root + readme, 'utf8')
  const heading = '**Invariants**, each with what holds it:'
  const after = text.slice(text.indexOf(heading) + heading.length)
  const list = after.slice(0, after.search(/^\*\*[A-Z]/m))
  const invariants = list.split('\n').filter((line) => line.startsWith('- '))

  it('lists its invariants, each with the test, constraint or function that holds it', () => {
    expect(text).toContain(heading)
    expect(invariants.length).toBeGreaterThan(2)
    expect(
      invariants.filter((line) => !line.includes('`') && !/constraint|keys of/.test(line)),
    ).toEqual([])
  })

  it('names tests that exist', () => {
    const named = [...text.matchAll(/`([^`]*\/)?([a-z0-9.-]+\.test\.tsx?)`/g)].map(
      ([, , name]) => name,
    )
    expect(named.filter((name) => name === undefined || !tests.has(name))).toEqual([])
  })
})
