import { mkdir, readFile, readdir, rmdir, stat, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import {
  formatAddCheckpoint,
  openNote,
  parseNote,
  parseSignatureLines,
  parseVerifierKey,
  readWitnessAnswer,
  sha256,
} from '@azalea/tlog'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryDir } from '../test/temporary-dir.ts'
import { TestLog, testSigner } from '../test/test-log.ts'
import { logId } from './checkpoint.store.ts'
import { parseConfig } from './config.ts'
import { nodeSuite } from './ed25519.ts'
import { MAX_BODY_BYTES } from './http-server.ts'
import { startWitness } from './witness.ts'

const LOG = new TestLog('example.com/log', 600)
const FORK = new TestLog('example.com/log', 600, 100)
const OTHER = new TestLog('example.com/other', 20)
const NOW = new Date('2026-11-22T08:00:00Z')

async function witnessOf(logs: TestLog[], stateDir = temporaryDir()) {
  const reports: string[] = []
  const config = parseConfig(
    {
      name: 'witness.example/w',
      listen: { port: 0 },
      stateDir,
      logs: logs.map(({ origin, vkey }) => ({ origin, vkeys: [vkey] })),
    },
    '/',
  )
  const witness = await startWitness(config, { now: () => NOW, report: (l) => reports.push(l) })
  onTestFinished(() => witness.stop())
  const key = parseVerifierKey(sha256, witness.vkey)
  const post = async (body: string | Uint8Array<ArrayBuffer>) => {
    const answer = await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body })
    const contentType = answer.headers.get('content-type') ?? undefined
    return { status: answer.status, contentType, body: await answer.text() }
  }
  const monitor = (origin: string) => fetch(`${witness.url}/${logId(origin)}/checkpoint`)
  return { ...witness, key, post, monitor, reports, stateDir }
}

const size = (value: number) => ({
  status: 409,
  contentType: 'text/x.tlog.size',
  body: `${value}\n`,
})

describe('add-checkpoint', { timeout: 60_000 }, () => {
  it('cosigns the first checkpoint and each that extends the last', async () => {
    const { post, key } = await witnessOf([LOG])
    let last = 0
    for (const next of [1, 2, 255, 256, 257, 600]) {
      const answer = await post(await LOG.request(last, next))
      expect(answer.status).toBe(200)
      const { text } = await LOG.note(next)
      const signatures = parseSignatureLines(answer.body)
      const { verified } = await openNote(nodeSuite, { text, signatures }, [key])
      expect(verified).toEqual([{ key, timestampSeconds: NOW.getTime() / 1000 }])
      expect(readWitnessAnswer(answer).kind).toBe('cosigned')
      last = next
    }
  })

  it('cosigns the same checkpoint again, and an empty log', async () => {
    const { post } = await witnessOf([LOG])
    expect((await post(await LOG.request(0, 0))).status).toBe(200)
    expect((await post(await LOG.request(0, 0))).status).toBe(200)
    expect((await post(await LOG.request(0, 9))).status).toBe(200)
    expect((await post(await LOG.request(9, 9))).status).toBe(200)
  })

  it('answers 400 to what is malformed or goes backwards', async () => {
    const { post } = await witnessOf([LOG])
    const good = await LOG.request(0, 5)
    for (const body of [
      '',
      'old 0\n',
      good.slice(0, -1),
      good.replace('old 0', 'old 00'),
      good.replace('old 0\n', `old 1\n${`${'A'.repeat(43)}=\n`.repeat(64)}`),
      good.replaceAll('\n', '\r\n'),
      good.replace('\n5\n', '\n05\n'),
    ]) {
      expect((await post(body)).status).toBe(400)
    }
    expect((await post(Uint8Array.of(0xff, 0xfe))).status).toBe(400)
    expect((await post(await LOG.request(6, 5))).status).toBe(400)
    expect((await post(good)).status).toBe(200)
  })

  it('answers 404 for a log it does not know', async () => {
    const { post } = await witnessOf([LOG])
    expect((await post(await OTHER.request(0, 5))).status).toBe(404)
  })

  it('answers 403 without a signature of the log, or with one that fails', async () => {
    const { post } = await witnessOf([LOG])
    const stranger = testSigner('stranger.example')
    const checkpoint = await LOG.note(5, [stranger])
    expect((await post(formatAddCheckpoint({ oldSize: 0, proof: [], checkpoint }))).status).toBe(
      403,
    )
    const good = await LOG.note(5)
    const [line] = (await LOG.note(6)).signatures
    const both = { ...good, signatures: [...good.signatures, line!] }
    const body = formatAddCheckpoint({ oldSize: 0, proof: [], checkpoint: both })
    expect((await post(body)).status).toBe(403)
    const beside = await LOG.note(5, [stranger, LOG.signer])
    const accepted = formatAddCheckpoint({ oldSize: 0, proof: [], checkpoint: beside })
    expect((await post(accepted)).status).toBe(200)
  })

  it('answers 409 and its size to another old size', async () => {
    const { post } = await witnessOf([LOG])
    expect(await post(await LOG.request(3, 5))).toEqual(size(0))
    expect((await post(await LOG.request(0, 100))).status).toBe(200)
    expect(await post(await LOG.request(0, 200))).toEqual(size(100))
    expect(await post(await LOG.request(99, 100))).toEqual(size(100))
    expect(await post(await LOG.request(5, 50))).toEqual(size(100))
    const stale = await post(await LOG.request(0, 200))
    expect(readWitnessAnswer(stale)).toEqual({ kind: 'stale', size: 100 })
    expect((await post(await LOG.request(100, 200))).status).toBe(200)
  })

  it('answers 422 to a proof that fails', async () => {
    const { post, monitor } = await witnessOf([LOG])
    await post(await LOG.request(0, 100))
    const [good, checkpoint] = [await LOG.request(100, 300), await LOG.note(300)]
    const none = formatAddCheckpoint({ oldSize: 100, proof: [], checkpoint })
    expect((await post(none)).status).toBe(422)
    const lines = good.split('\n')
    const swapped = [lines[0], lines[2], lines[1], ...lines.slice(3)].join('\n')
    expect((await post(swapped)).status).toBe(422)
    const before = await (await monitor(LOG.origin)).text()
    expect(before).toContain('\n100\n')
    expect((await post(good)).status).toBe(200)
  })

  it('answers 422 to a proof from nothing, and to an empty tree with another root', async () => {
    const { post } = await witnessOf([LOG])
    const proof = [new Uint8Array(32)]
    const checkpoint = await LOG.note(5)
    expect((await post(formatAddCheckpoint({ oldSize: 0, proof, checkpoint }))).status).toBe(422)
    const empty = await LOG.note(0, [LOG.signer], new Uint8Array(32))
    const body = formatAddCheckpoint({ oldSize: 0, proof: [], checkpoint: empty })
    expect((await post(body)).status).toBe(422)
  })

  it('never cosigns a fork, and keeps the evidence of one', async () => {
    const { post, stateDir, monitor } = await witnessOf([LOG])
    await post(await LOG.request(0, 200))
    const other = await post(await FORK.request(200, 200))
    expect(other.status).toBe(422)
    expect(readWitnessAnswer(other)).toEqual({ kind: 'inconsistent' })
    expect((await post(await FORK.request(200, 300))).status).toBe(422)
    expect(await (await monitor(LOG.origin)).text()).toContain((await LOG.note(200)).text)
    const evidence = await readdir(join(stateDir, 'evidence'))
    expect(evidence).toHaveLength(1)
    const kept = await readFile(join(stateDir, 'evidence', evidence[0]!), 'utf8')
    expect(parseNote(kept)).toEqual(await FORK.note(200))
    expect((await post(await LOG.request(200, 300))).status).toBe(200)
  })

  it('keeps logs apart', async () => {
    const { post } = await witnessOf([LOG, OTHER])
    expect((await post(await LOG.request(0, 100))).status).toBe(200)
    expect((await post(await OTHER.request(0, 7))).status).toBe(200)
    expect(await post(await OTHER.request(0, 9))).toEqual(size(7))
    expect(await post(await LOG.request(0, 200))).toEqual(size(100))
  })

  it('answers 413 to a long body, 405 to another method, 404 elsewhere', async () => {
    const { post, url } = await witnessOf([LOG])
    expect((await post('x'.repeat(MAX_BODY_BYTES + 1))).status).toBe(413)
    expect(await chunked(`${url}/add-checkpoint`, MAX_BODY_BYTES + 1)).toBe(413)
    const get = await fetch(`${url}/add-checkpoint`)
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST'])
    const put = await fetch(`${url}/`, { method: 'PUT', body: 'x' })
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect((await fetch(`${url}/nothing`)).status).toBe(404)
    expect((await post(await LOG.request(0, 5))).status).toBe(200)
  })

  it('answers 500 when it cannot write, and goes on when it can', async () => {
    const { post, stateDir, reports } = await witnessOf([LOG])
    await post(await LOG.request(0, 5))
    const obstacle = join(stateDir, `${logId(LOG.origin)}.checkpoint.unfinished`)
    await mkdir(obstacle)
    expect((await post(await LOG.request(5, 9))).status).toBe(500)
    expect(reports.at(-1)).toMatch(/^fault: /)
    await rmdir(obstacle)
    expect((await post(await LOG.request(5, 9))).status).toBe(200)
  })
})

/** Sends a body without announcing its length. */
function chunked(url: string, bytes: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST' }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('error', reject)
    for (let sent = 0; sent < bytes; sent += 16_384) request.write(Buffer.alloc(16_384, 'x'))
    request.end()
  })
}

describe('requests at the same time', { timeout: 60_000 }, () => {
  it('never roll the witness back, whichever comes first', async () => {
    const { post, monitor } = await witnessOf([LOG])
    await post(await LOG.request(0, 100))
    for (let round = 0; round < 8; round++) {
      const from = 100 + round * 20
      const targets = Array.from({ length: 10 }, (_, i) => from + ((i * 7 + round) % 20) + 1)
      const bodies = await Promise.all(targets.map((to) => LOG.request(from, to)))
      const answers = await Promise.all(bodies.map((body) => post(body)))
      const granted = targets.filter((_, i) => answers[i]!.status === 200)
      expect(granted).toHaveLength(1)
      for (const answer of answers.filter(({ status }) => status !== 200)) {
        expect(answer).toEqual(size(granted[0]!))
      }
      expect(await (await monitor(LOG.origin)).text()).toContain(`\n${granted[0]}\n`)
      expect((await post(await LOG.request(granted[0]!, from + 20))).status).toBe(200)
    }
  })

  it('cosign one of two forks only', async () => {
    for (let round = 0; round < 10; round++) {
      const { post, monitor } = await witnessOf([LOG])
      await post(await LOG.request(0, 100))
      const bodies = [await LOG.request(100, 200), await FORK.request(100, 200)]
      if (round % 2 === 1) bodies.reverse()
      const answers = await Promise.all(bodies.map((body) => post(body)))
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
      const kept = await (await monitor(LOG.origin)).text()
      const texts = [(await LOG.note(200)).text, (await FORK.note(200)).text]
      expect(texts.filter((text) => kept.startsWith(text))).toHaveLength(1)
    }
  })
})

describe('monitoring', { timeout: 60_000 }, () => {
  it('gives the last checkpoint with the signatures of log and witness', async () => {
    const { post, monitor, key, url } = await witnessOf([LOG, OTHER])
    expect((await monitor(LOG.origin)).status).toBe(404)
    const stranger = testSigner('stranger.example')
    const checkpoint = await LOG.note(50, [stranger, LOG.signer])
    await post(formatAddCheckpoint({ oldSize: 0, proof: [], checkpoint }))
    const answer = await monitor(LOG.origin)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const { text, verified } = await openNote(nodeSuite, await answer.text(), [LOG.signer.key, key])
    expect(text).toBe(checkpoint.text)
    expect(verified.map((one) => one.key.name)).toEqual([LOG.origin, 'witness.example/w'])
    expect((await monitor(OTHER.origin)).status).toBe(404)
    expect((await fetch(`${url}/${'0'.repeat(64)}/checkpoint`)).status).toBe(404)
    const head = await fetch(`${url}/${logId(LOG.origin)}/checkpoint`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('names the witness and its logs on the front page', async () => {
    const { url, vkey } = await witnessOf([LOG])
    const text = await (await fetch(url)).text()
    expect(text).toContain(`vkey ${vkey}\n`)
    expect(text).toContain(`log example.com/log /${logId(LOG.origin)}/checkpoint\n`)
  })
})

describe('what the witness keeps', { timeout: 60_000 }, () => {
  it('is its own, and the same key after a restart', async () => {
    const stateDir = temporaryDir()
    const first = await witnessOf([LOG], stateDir)
    await first.post(await LOG.request(0, 100))
    await first.stop()
    for (const name of await readdir(stateDir)) {
      expect((await stat(join(stateDir, name))).mode & 0o777).toBe(0o600)
    }
    const second = await witnessOf([LOG], stateDir)
    expect(second.vkey).toBe(first.vkey)
    expect(await second.post(await LOG.request(0, 50))).toEqual(size(100))
    expect((await second.post(await FORK.request(100, 200))).status).toBe(200)
  })

  it('is held by one process at a time', async () => {
    const { stateDir, stop } = await witnessOf([LOG])
    await expect(witnessOf([LOG], stateDir)).rejects.toThrow(
      expect.objectContaining({ code: 'already_running' }),
    )
    await stop()
    await witnessOf([LOG], stateDir)
  })

  it('is not gone on from when it is damaged', async () => {
    const stateDir = temporaryDir()
    const first = await witnessOf([LOG], stateDir)
    await first.post(await LOG.request(0, 100))
    const path = join(stateDir, `${logId(LOG.origin)}.checkpoint`)
    const good = await readFile(path, 'utf8')
    await writeFile(path, good.slice(0, 40))
    expect((await first.post(await LOG.request(100, 120))).status).toBe(500)
    expect((await first.monitor(LOG.origin)).status).toBe(500)
    await first.stop()
    const forged = good.replace('\n100\n', '\n50\n')
    const other = (await LOG.request(0, 50)).split('\n\n').slice(1).join('\n\n')
    for (const content of ['', good.slice(0, 40), forged, other, good.replace('/log', '/lag')]) {
      await writeFile(path, content)
      await expect(witnessOf([LOG], stateDir)).rejects.toThrow(
        expect.objectContaining({ code: 'bad_state' }),
      )
    }
    await writeFile(path, good)
    await writeFile(`${path}.unfinished`, 'what a crash left')
    await witnessOf([LOG], stateDir)
    expect(await readdir(stateDir)).not.toContain(`${logId(LOG.origin)}.checkpoint.unfinished`)
  })
})
