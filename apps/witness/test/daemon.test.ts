import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { openNote, parseCheckpoint, parseNote, parseVerifierKey, sha256 } from '@azalea/tlog'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { logId } from '../src/checkpoint.store.ts'
import { nodeSuite } from '../src/ed25519.ts'
import { bundleDaemon, kill, startDaemon, writeConfig, type Daemon } from './daemon.ts'
import { temporaryDir } from './temporary-dir.ts'
import { TestLog } from './test-log.ts'

const LOG = new TestLog('example.com/log', 3000)
const FORK = new TestLog('example.com/log', 3000, 5)
const KILLS = 10

const bundleDir = mkdtempSync(join(tmpdir(), 'witness-bundle-'))
let bundle = ''
beforeAll(async () => {
  bundle = await bundleDaemon(bundleDir)
})
afterAll(() => rmSync(bundleDir, { recursive: true, force: true }))

async function started(args: string[]): Promise<Daemon> {
  const daemon = await startDaemon(bundle, args)
  onTestFinished(() => {
    daemon.process.kill('SIGKILL')
  })
  return daemon
}

const post = async ({ url }: Daemon, body: string) => {
  const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body })
  return { status: answer.status, body: await answer.text() }
}

const lastCosigned = async ({ url, vkey }: Daemon) => {
  const answer = await fetch(`${url}/${logId(LOG.origin)}/checkpoint`)
  if (answer.status === 404) return undefined
  const note = parseNote(await answer.text())
  await openNote(nodeSuite, note, [parseVerifierKey(sha256, vkey)])
  return parseCheckpoint(note.text)
}

/** Numbers that look random and are the same in every run. */
function* noise(): Generator<number, never> {
  for (let state = 7; ;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    yield (state >>> 8) / 0x80_0000
  }
}

describe('the daemon', { timeout: 60_000 }, () => {
  it('forgets nothing it answered, however often it is killed', async () => {
    const config = writeConfig(temporaryDir(), [LOG])
    const random = noise()
    let [answered, sent] = [0, 0]
    let vkey: string | undefined
    for (let round = 0; round <= KILLS; round++) {
      const daemon = await started(['--config', config])
      expect(daemon.vkey).toBe((vkey ??= daemon.vkey))
      const last = await lastCosigned(daemon)
      const size = last?.size ?? 0
      expect(size).toBeGreaterThanOrEqual(answered)
      expect(size).toBeLessThanOrEqual(sent)
      if (last) expect(last.rootHash).toEqual(LOG.head(size).rootHash)
      if (round === KILLS) break
      const dying = sleep(5 + random.next().value * 80).then(() => kill(daemon, 'SIGKILL'))
      try {
        for (answered = size; ;) {
          const next = answered + 1 + Math.floor(random.next().value * 3)
          const forged = answered > 5 && post(daemon, await FORK.request(answered, next))
          sent = next
          const answers = await Promise.all([
            post(daemon, await LOG.request(answered, next)),
            forged,
          ])
          expect(answers[0].status).toBe(200)
          answered = next
          if (answers[1]) expect([409, 422]).toContain(answers[1].status)
        }
      } catch (error) {
        // The connection of a killed daemon breaks; anything else is a failure.
        if (!(error instanceof TypeError)) throw error
      }
      await dying
    }
    expect(answered).toBeGreaterThan(KILLS)
  })

  it('ends when asked to, and when its parent is gone', async () => {
    const config = writeConfig(temporaryDir(), [LOG])
    const daemon = await started(['--config', config])
    expect((await post(daemon, await LOG.request(0, 9))).status).toBe(200)
    expect(await kill(daemon, 'SIGTERM')).toBe(0)

    const script = `require('node:child_process').spawn(process.execPath, ${JSON.stringify([
      bundle,
      '--config',
      config,
      '--with-parent',
    ])}, { stdio: 'inherit' })`
    const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] })
    const url = await new Promise<string>((resolve) => {
      parent.stdout.on('data', (text: Buffer) => {
        const found = / at (http:\S+)\n/.exec(text.toString())?.[1]
        if (found) resolve(found)
      })
    })
    expect((await fetch(url)).status).toBe(200)
    parent.kill('SIGKILL')
    await expect
      .poll(
        () =>
          fetch(url)
            .then(() => 'up')
            .catch(() => 'down'),
        { timeout: 30_000, interval: 100 },
      )
      .toBe('down')
  })

  it('says in one sentence why it does not start', async () => {
    const dir = temporaryDir()
    const run = async (...args: string[]) => {
      const ended: unknown = await promisify(execFile)(process.execPath, [bundle, ...args]).catch(
        (error: unknown) => error,
      )
      return ended as { code?: number; stdout: string; stderr: string }
    }
    expect(await run()).toMatchObject({ code: 2, stdout: expect.stringContaining('--config FILE') })
    const missing = await run('--config', join(dir, 'none.json'))
    expect(missing).toMatchObject({ code: 1 })
    expect(missing.stderr).toMatch(/^azalea-witness: cannot read .*none\.json: .*\n$/)
    const config = writeConfig(dir, [LOG])
    const shown = await run('--config', config, '--show-key')
    expect(shown.stdout).toMatch(/^witness\.example\/w\+[0-9a-f]{8}\+\S+\n$/)
    const daemon = await started(['--config', config])
    expect(`${daemon.vkey}\n`).toBe(shown.stdout)
    const second = await run('--config', config)
    expect(second.stderr).toMatch(/^azalea-witness: another witness is running on .*\n$/)
    writeFileSync(config, '{}')
    expect((await run('--config', config)).stderr).toMatch(/^azalea-witness: "logs" must be a list/)
  })

  it.runIf(process.platform === 'linux')('stays under 60 MB', async () => {
    const config = writeConfig(temporaryDir(), [LOG])
    const daemon = await started(['--config', config])
    for (let size = 0; size < 400; size++) {
      expect((await post(daemon, await LOG.request(size, size + 1))).status).toBe(200)
    }
    const status = readFileSync(`/proc/${daemon.process.pid}/status`, 'utf8')
    const highestKb = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1])
    expect(highestKb * 1024).toBeLessThan(60_000_000)
  })
})
