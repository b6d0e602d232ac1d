import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryDir } from '../test/temporary-dir.ts'
import { TestLog, testSigner } from '../test/test-log.ts'
import { formatVerifierKey } from '@azalea/tlog'
import { parseConfig, readConfig } from './config.ts'
import { openWitnessKey } from './witness-key.ts'
import { showVerifierKey } from './witness.ts'

const LOG = new TestLog('example.com/log', 1)
const good = { name: 'w.example', logs: [{ vkeys: [LOG.vkey] }] }
const badConfig = expect.objectContaining({ code: 'bad_config' })
const badKey = expect.objectContaining({ code: 'bad_key' })

describe('the configuration', () => {
  it('needs a name and logs; the rest has defaults', () => {
    expect(parseConfig(good, '/etc/witness')).toEqual({
      name: 'w.example',
      host: '127.0.0.1',
      port: 7380,
      stateDir: '/etc/witness/witness-state',
      logs: [{ origin: 'example.com/log', keys: [LOG.signer.key] }],
    })
  })

  it('may name an origin with several keys', () => {
    const second = formatVerifierKey(testSigner('example.com/next').key)
    const logs = [{ origin: 'example.com/log', vkeys: [LOG.vkey, second] }]
    const [log] = parseConfig({ ...good, logs, stateDir: '/var/w', listen: { port: 0 } }, '/').logs
    expect(log?.origin).toBe('example.com/log')
    expect(log?.keys.map(({ name }) => name)).toEqual(['example.com/log', 'example.com/next'])
  })

  it('is refused with a sentence that names the place', () => {
    const cosigner = { ...LOG.signer.key, type: 'ed25519_cosignature' } as const
    const cases: [unknown, RegExp][] = [
      [null, /must be an object/],
      [[], /must be an object/],
      [{ ...good, name: '' }, /"name"/],
      [{ ...good, naem: 'x' }, /unknown setting "naem"/],
      [{ ...good, logs: undefined }, /"logs"/],
      [{ ...good, logs: [{}] }, /"logs\[0\]".vkeys/],
      [{ ...good, logs: [{ vkeys: [] }] }, /"logs\[0\]".vkeys/],
      [{ ...good, logs: [{ vkeys: ['x'] }] }, /vkeys\[0\] is not a vkey/],
      [{ ...good, logs: [{ vkeys: [formatVerifierKey(cosigner)] }] }, /is not a vkey/],
      [{ ...good, logs: [...good.logs, ...good.logs] }, /one origin/],
      [{ ...good, logs: [{ origin: 'a\nb', vkeys: [LOG.vkey] }] }, /line break/],
      [{ ...good, listen: { port: '7380' } }, /"listen.port"/],
      [{ ...good, listen: { port: 70_000 } }, /"listen.port"/],
      [{ ...good, listen: { host: 5 } }, /"listen.host"/],
      [{ ...good, stateDir: 5 }, /"stateDir"/],
    ]
    for (const [config, message] of cases) {
      expect(() => parseConfig(config, '/')).toThrow(badConfig)
      expect(() => parseConfig(config, '/')).toThrow(message)
    }
  })

  it('is read from a file that must be JSON', async () => {
    const path = join(temporaryDir(), 'witness.json')
    await expect(readConfig(path)).rejects.toThrow(badConfig)
    await writeFile(path, '{')
    await expect(readConfig(path)).rejects.toThrow(badConfig)
    await writeFile(path, JSON.stringify(good))
    expect((await readConfig(path)).stateDir).toBe(join(path, '..', 'witness-state'))
  })
})

describe('the key', () => {
  it('is made once, for its owner only, and shown as a vkey', async () => {
    const config = parseConfig({ ...good, stateDir: join(temporaryDir(), 'state') }, '/')
    const vkey = await showVerifierKey(config)
    expect(vkey).toMatch(/^w\.example\+[0-9a-f]{8}\+B/)
    expect(await showVerifierKey(config)).toBe(vkey)
    expect((await stat(join(config.stateDir, 'witness.key'))).mode & 0o777).toBe(0o600)
    expect((await stat(config.stateDir)).mode & 0o777).toBe(0o700)
    const name = { ...config, name: 'a b' }
    const elsewhere = { ...name, stateDir: join(temporaryDir(), 'state') }
    await expect(showVerifierKey(elsewhere)).rejects.toThrow(badConfig)
  })

  it('is refused when others can read it, when it is damaged, or another witness’s', async () => {
    const stateDir = temporaryDir()
    const path = join(stateDir, 'witness.key')
    await openWitnessKey(stateDir, 'w.example', false)
    await expect(openWitnessKey(stateDir, 'v.example', false)).rejects.toThrow(badKey)
    await chmod(path, 0o640)
    await expect(openWitnessKey(stateDir, 'w.example', false)).rejects.toThrow(badKey)
    await chmod(path, 0o600)
    const written = await readFile(path, 'utf8')
    for (const content of ['', 'x', written.slice(0, -9), written.replace('+B', '+A')]) {
      await writeFile(path, content)
      await expect(openWitnessKey(stateDir, 'w.example', false)).rejects.toThrow(badKey)
    }
    await rm(path)
    await expect(openWitnessKey(stateDir, 'w.example', true)).rejects.toThrow(badKey)
  })
})
