import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')

/** What a browser, Node or a mini-program has and the others have not. */
const planted = [
  'document.title',
  'fetch',
  'localStorage.length',
  'process.env',
  'setTimeout',
  'URLSearchParams',
  'wx.request',
]

it('the core knows no platform: naming one does not compile', () => {
  fs.mkdirSync(path.join(root, 'test-results'), { recursive: true })
  const folder = fs.mkdtempSync(path.join(root, 'test-results/client-'))
  try {
    const lines = planted.map((name, index) => `export const planted${index}: unknown = ${name}`)
    fs.writeFileSync(path.join(folder, 'planted.ts'), lines.join('\n'))
    fs.writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../packages/client/tsconfig.src.json',
        include: ['planted.ts'],
        exclude: [],
      }),
    )
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
    const found = [...stdout.matchAll(/planted\.ts\((\d+),/g)].map(([, line]) => Number(line))
    expect([...new Set(found)]).toEqual(planted.map((_, index) => index + 1))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})
