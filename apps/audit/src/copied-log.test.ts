import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  auditAt,
  Dice,
  inFolder,
  LogServer,
  makeLog,
  type Answer,
  type Ended,
  type Files,
} from '../test/copied-log.ts'
import { AGREES, DOES_NOT_AGREE, NOT_AUDITED } from './command.ts'

const SEED = process.env['AZALEA_FUZZ_SEED'] ?? 'copied log 1'
const ROUNDS = 2

let files: Files
let older: Files
let server: LogServer
let address: string
/** The files that an audit reads, by what they are. */
let kinds: ReadonlyMap<string, readonly string[]>

const NAMES: readonly [string, RegExp][] = [
  ['checkpoint', /^checkpoint$/],
  ['policy', /^policy$/],
  ['leaf tile', /^tile\/0\/\d+$/],
  ['partial leaf tile', /^tile\/0\/.*\.p\//],
  ['upper tile', /^tile\/[1-9]\//],
  ['bundle', /^tile\/entries\/\d+$/],
  ['partial bundle', /^tile\/entries\/.*\.p\//],
  ['document', /^document\//],
]

beforeAll(async () => {
  ;({ files, older } = await makeLog())
  server = new LogServer(files)
  address = await server.listen()
  const honest = await auditAt(address, { giveUpAfterMilliseconds: 20_000 })
  expect(honest).toMatchObject({ code: AGREES, said: expect.stringContaining('Everything agrees') })
  const read = [...server.asked].filter((path) => files.has(path)).toSorted()
  kinds = new Map(NAMES.map(([name, shape]) => [name, read.filter((path) => shape.test(path))]))
  for (const [name, paths] of kinds) expect(paths, name).not.toEqual([])
})

afterAll(() => server.close())

function expectNoBelief(ended: Ended, what: string): void {
  expect([DOES_NOT_AGREE, NOT_AUDITED], `${what}: ${ended.said}`).toContain(ended.code)
  expect(ended.said, what).not.toMatch(/^ {4}at /m)
  if (ended.code === NOT_AUDITED)
    expect(ended.said, what).toMatch(/^azalea-audit: [^\n]{10,600}\n$/m)
}

const TOO_LONG = new Uint8Array((64 << 20) + 1)

/** What may have become of a file in a copy; null: it is gone. */
const changes: Record<
  string,
  (bytes: Uint8Array, dice: Dice, other: Uint8Array) => Uint8Array | null
> = {
  missing: () => null,
  empty: () => new Uint8Array(),
  short: (bytes, dice) => bytes.subarray(0, dice.below(bytes.length - 1)),
  'short by two bytes': (bytes) => bytes.subarray(0, -2),
  long: (bytes, dice) => Buffer.concat([bytes, dice.bytes(1 + dice.below(64))]),
  'twice itself': (bytes) => Buffer.concat([bytes, bytes]),
  garbage: (bytes, dice) => dice.bytes(bytes.length),
  zeros: (bytes) => new Uint8Array(bytes.length),
  swapped: (_bytes, _dice, other) => other,
  'too long for any': () => TOO_LONG,
  compressed: (bytes) => gzipSync(bytes),
  'one bit of it': (bytes, dice) => {
    const flipped = Uint8Array.from(bytes)
    flipped[dice.below(bytes.length)]! ^= 1 << dice.below(8)
    return flipped
  },
}

describe.each(NAMES.map(([name]) => name))('a copied log whose %s', (kind) => {
  it.each(Object.keys(changes))('is %s is not believed', async (change) => {
    for (let round = 0; round < ROUNDS; round++) {
      const dice = new Dice(`${SEED} ${kind} ${change} ${round}`)
      const path = dice.one(kinds.get(kind) ?? [])
      const other = dice.one([...files].filter(([name]) => name !== path && !isSame(name, path)))
      const bytes = changes[change]?.(files.get(path)!, dice, other[1]) ?? null
      const changed = new Map(files)
      if (bytes === null) changed.delete(path)
      else changed.set(path, bytes)
      expectNoBelief(await inFolder(changed, (folder) => auditAt(folder)), `${SEED}: ${path}`)
    }
  })
})

/** Whether two paths hold the same bytes. */
const isSame = (one: string, other: string) =>
  Buffer.compare(files.get(one) ?? Buffer.alloc(0), files.get(other) ?? Buffer.alloc(0)) === 0

it('a copied log with a folder where a file should be is not believed', async () => {
  for (const [kind, paths] of kinds) {
    const path = new Dice(`${SEED} folder ${kind}`).one(paths)
    const changed = new Map(files)
    changed.delete(path)
    changed.set(`${path}/inside`, new Uint8Array())
    expectNoBelief(await inFolder(changed, (folder) => auditAt(folder)), path)
  }
})

it('a copied log of two times is not believed', async () => {
  for (const [kind, paths] of kinds) {
    const changed = new Map(files)
    const mixed = paths.filter((path) => older.has(path) && kind !== 'policy')
    if (kind === 'checkpoint') changed.set('checkpoint', older.get('checkpoint')!)
    else for (const path of mixed) changed.set(path, older.get(path)!)
    await inFolder(files, async (folder) => {
      const state = ['--state', `${folder}/seen.json`]
      expect(await auditAt(folder, {}, ...state)).toMatchObject({ code: AGREES })
      const again = await inFolder(changed, (then) => auditAt(then, {}, ...state, '--full'))
      const isChanged = [...changed].some(([path, bytes]) => files.get(path) !== bytes)
      if (isChanged) expectNoBelief(again, kind)
    })
  }
})

const BOMB = gzipSync(new Uint8Array(200 << 20), { level: 1 })

const answers: Record<string, Answer> = {
  'is not there': (response) => response.writeHead(404).end('no such file'),
  'is out of order': (response) => response.writeHead(500).end('oh'),
  'is overloaded': (response) => response.writeHead(503, { 'retry-after': '999999' }).end(),
  'says nothing': (response) => response.writeHead(204).end(),
  'is forbidden': (response) => response.writeHead(403).end(),
  'leads to the same file': (response) =>
    response.writeHead(302, { location: `/elsewhere${response.req.url}` }).end(),
  'leads in a circle': (response) =>
    response.writeHead(301, { location: response.req.url ?? '/' }).end(),
  'leads nowhere': (response) => response.writeHead(307).end(),
  'is a web page': (response, bytes) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(bytes),
  'is cut off': (response, bytes) => {
    response.writeHead(200, { 'content-length': bytes.length })
    response.write(bytes.subarray(0, -1), () => response.destroy())
  },
  'is no gzip': (response, bytes) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes),
  'is compressed in an unknown way': (response, bytes) =>
    response.writeHead(200, { 'content-encoding': 'banana' }).end(gzipSync(bytes)),
  'is a gzip bomb': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
  'is two gzips deep': (response) =>
    response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(BOMB)),
  'is closed on': (response) => response.destroy(),
  'is no HTTP': (response) => response.socket?.end('<html>\r\n\r\n'),
}

const slow: Record<string, Answer> = {
  'does not answer': () => {},
  'answers byte by byte': (response, bytes) => {
    let at = 0
    const drip = setInterval(() => response.write(bytes.subarray(at, ++at)), 40)
    response.on('close', () => clearInterval(drip))
  },
}

describe.each(NAMES.map(([name]) => name))('a server whose %s', (kind) => {
  const misbehaving = async (what: string, answer: Answer, patience = {}) => {
    const path = new Dice(`${SEED} ${kind} ${what}`).one(kinds.get(kind) ?? [])
    server.misbehave(path, answer)
    const ended = await auditAt(address, patience)
    server.misbehave('', null)
    expectNoBelief(ended, `${SEED}: ${path}`)
  }

  it.each(Object.entries(answers))('%s is not believed', misbehaving)

  it.each(Object.entries(slow))('%s is given up', (what, answer) =>
    misbehaving(what, answer, { tries: 1, giveUpAfterMilliseconds: 150 }),
  )
})
