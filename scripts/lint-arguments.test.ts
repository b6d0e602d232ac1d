import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { lintArguments } from './lint-arguments.mjs'

const root = path.resolve(import.meta.dirname, '..')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'azalea-lint-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

/** What stands in a file, and what must be told of it. */
const planted = [
  ['wrong-type.ts', 'export const count: number = "one"', 'TS2322'],
  ['unused-name.ts', 'export function give(points: number) {}', 'TS6133'],
  ['unchecked-index.ts', 'export const first = (all: string[]): string => all[0]', 'TS2322'],
  ['no-platform.ts', 'export const title = document.title', 'TS2584'],
  ['floating.ts', 'export const go = (end: Promise<void>) => {\n  end\n}', 'no-floating-promises'],
] as const

it('lint tells what does not compile, by the tsconfig.json of its folder', () => {
  for (const name of ['.oxlintrc.json', 'tsconfig.base.json'])
    fs.copyFileSync(path.join(root, name), path.join(folder, name))
  const workspace = path.join(folder, 'packages/planted')
  fs.mkdirSync(workspace, { recursive: true })
  const config = { extends: '../../tsconfig.base.json', include: ['*.ts'] }
  fs.writeFileSync(path.join(workspace, 'tsconfig.json'), JSON.stringify(config))
  for (const [name, text] of planted) fs.writeFileSync(path.join(workspace, name), `${text}\n`)
  const oxlint = path.join(root, 'node_modules/.bin/oxlint')
  const { status, stdout } = spawnSync(oxlint, [...lintArguments, '--format=unix'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  const told = stdout.split('\n')
  for (const [name, , finding] of planted)
    expect(told.filter((line) => line.includes(name)).join('\n')).toContain(finding)
})
