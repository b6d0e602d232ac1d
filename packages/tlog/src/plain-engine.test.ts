import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { nodeSuite } from '../test/node-suite.ts'

describe('an engine that has nothing but JavaScript', () => {
  it('verifies a receipt', async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('index.ts', import.meta.url))],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'tlog',
      target: 'es2022',
      platform: 'neutral',
    })
    const vectors = readFileSync(new URL('../vectors/receipt.json', import.meta.url), 'utf8')
    const context = createContext({ verifyEd25519: nodeSuite.verifyEd25519, vectors })
    const missing = ['TextEncoder', 'TextDecoder', 'Buffer', 'crypto', 'process', 'atob', 'fetch']
    expect(
      runInContext(`${JSON.stringify(missing)}.filter((n) => n in globalThis)`, context),
    ).toEqual([])
    const source = outputFiles[0]!.text
    const verdict: unknown = await runInContext(
      `${source}
      const { policy, entry, valid } = JSON.parse(vectors)
      tlog.verifyReceipt(
        { sha256: tlog.sha256, verifyEd25519 },
        tlog.parsePolicy(tlog.sha256, policy),
        tlog.parseReceipt(valid[0].receipt),
        { entry: tlog.hexDecode(entry) },
      ).then(({ checkpoint, witnesses }) =>
        checkpoint.origin + ' ' + checkpoint.size + ' ' + witnesses.map((w) => w.name).join('+'))`,
      context,
    )
    expect(verdict).toBe('example.com/log 1000 A+B')
  })
})
