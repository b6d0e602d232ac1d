import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedPostgres } from './embedded-postgres.ts'
import type { EmbeddedPostgres } from './embedded-postgres.ts'
import { isProcessAlive } from './processes.ts'

const writerScript = path.join(import.meta.dirname, 'embedded-postgres.test-writer.ts')
const madeDirs: string[] = []
const running: EmbeddedPostgres[] = []

/** A cluster made once and stopped; most tests begin with a copy, which is quicker than initdb. */
let preparedDir = ''

function temporaryDataDir(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'azalea-test-'))
  // Mode `nobody` must be able to pass.
  fs.chmodSync(dir, 0o755)
  madeDirs.push(dir)
  return path.join(dir, 'data')
}

function preparedDataDir(): string {
  const dataDir = temporaryDataDir()
  fs.cpSync(preparedDir, dataDir, { recursive: true })
  return dataDir
}

async function open(options: Parameters<typeof openEmbeddedPostgres>[0]) {
  const postgres = await openEmbeddedPostgres(options)
  running.push(postgres)
  return postgres
}

async function query(postgres: EmbeddedPostgres, sql: string): Promise<unknown[][]> {
  const { host, port, user, database } = postgres
  const client = new pg.Client({ host, port, user, database })
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  preparedDir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'azalea-test-')), 'data')
  const postgres = await openEmbeddedPostgres({ dataDir: preparedDir })
  await postgres.stop()
})

afterAll(() => fs.rmSync(path.dirname(preparedDir), { recursive: true, force: true }))

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop()
  for (const dir of madeDirs.splice(0)) fs.rmSync(dir, { recursive: true, force: true })
})

describe('the embedded PostgreSQL', () => {
  it('makes a durable UTF-8 cluster once and finds its rows again after a stop', async () => {
    const dataDir = temporaryDataDir()
    const first = await open({ dataDir, databaseName: 'village' })
    expect(first.created).toBe(true)
    expect(first.database).toBe('village')
    expect(await query(first, 'SHOW fsync')).toEqual([['on']])
    expect(await query(first, 'SHOW synchronous_commit')).toEqual([['on']])
    expect(await query(first, 'SHOW server_encoding')).toEqual([['UTF8']])
    expect(await query(first, 'SHOW listen_addresses')).toEqual([['']])
    await query(first, "CREATE TABLE note AS SELECT '映山红'::text AS words")
    await first.stop()
    expect(isProcessAlive(first.pid)).toBe(false)
    expect(fs.existsSync(first.host)).toBe(false)

    const second = await open({ dataDir, databaseName: 'village' })
    expect(second.created).toBe(false)
    expect(await query(second, 'SELECT words FROM note')).toEqual([['映山红']])
  })

  it('knows Chinese letters, so that trigram search works on names', async () => {
    const postgres = await open({ dataDir: preparedDataDir() })
    await query(postgres, 'CREATE EXTENSION pg_trgm')
    const [[similarity]] = (await query(
      postgres,
      "SELECT similarity('王小明', '王小')::float8",
    )) as [[number]]
    expect(similarity).toBeGreaterThan(0.3)
  })

  it('keeps its socket in a private folder with a random name', async () => {
    const dataDir = preparedDataDir()
    const first = await open({ dataDir })
    expect(fs.statSync(first.host).mode & 0o777).toBe(0o700)
    await first.stop()
    const second = await open({ dataDir })
    expect(second.host).not.toBe(first.host)
  })

  it('removes the socket folder of a killed server, and nothing that is not one', async () => {
    const dataDir = preparedDataDir()
    const left = fs.mkdtempSync(path.join(os.tmpdir(), 'azalea-pg-'))
    fs.writeFileSync(path.join(left, '.s.PGSQL.5432.lock'), '')
    fs.writeFileSync(path.join(dataDir, 'postgres-socket-dir'), `${left}\n`)
    const first = await open({ dataDir })
    await first.stop()
    expect(fs.existsSync(left)).toBe(false)

    const foreign = path.join(dataDir, '..', 'azalea-pg-foreign')
    fs.mkdirSync(foreign)
    fs.writeFileSync(path.join(foreign, 'keep'), '')
    fs.writeFileSync(path.join(dataDir, 'postgres-socket-dir'), `${foreign}\n`)
    await open({ dataDir })
    expect(fs.readdirSync(foreign)).toEqual(['keep'])
  })

  it('starts again over half a cluster that a killed first start left', async () => {
    const dataDir = temporaryDataDir()
    fs.mkdirSync(path.join(dataDir, 'postgres.init', 'base'), { recursive: true })
    fs.writeFileSync(path.join(dataDir, 'postgres.init', 'PG_VERSION'), '18\n')
    const postgres = await open({ dataDir })
    expect(postgres.created).toBe(true)
    expect(await query(postgres, 'SELECT 1')).toEqual([[1]])
  })

  it('says when PostgreSQL ended by itself', async () => {
    const postgres = await open({ dataDir: preparedDataDir() })
    process.kill(postgres.pid, 'SIGINT')
    expect(await postgres.ended).toContain('database system is shut down')
  })
})

describe('a data folder', () => {
  it('is refused to a second server while the first lives', async () => {
    const dataDir = preparedDataDir()
    const first = await open({ dataDir })
    await expect(openEmbeddedPostgres({ dataDir })).rejects.toMatchObject({
      code: 'already_running',
      message: expect.stringContaining(`process ${process.pid}`) as unknown,
    })
    expect(await query(first, 'SELECT 1')).toEqual([[1]])
  })

  it('is not held by a claim whose process id now belongs to someone else', async () => {
    const dataDir = preparedDataDir()
    const stale = path.join(dataDir, `server-${process.pid}-1-00000000.lock`)
    fs.writeFileSync(stale, '')
    await open({ dataDir })
    expect(fs.existsSync(stale)).toBe(false)
  })

  it('that cannot be written is refused in one sentence', async () => {
    const dataDir = temporaryDataDir()
    fs.writeFileSync(dataDir, 'a file where the folder should be')
    await expect(openEmbeddedPostgres({ dataDir })).rejects.toMatchObject({
      code: 'data_dir_not_writable',
      message: expect.stringMatching(
        /^The data folder \S+ cannot be written \(\w+\)\. .+$/,
      ) as unknown,
    })
  })

  it('of another major version is refused untouched', async () => {
    const dataDir = temporaryDataDir()
    const cluster = path.join(dataDir, 'postgres')
    fs.mkdirSync(cluster, { recursive: true })
    fs.writeFileSync(path.join(cluster, 'PG_VERSION'), '17\n')
    await expect(openEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'start_failed' })
    expect(fs.readdirSync(cluster)).toEqual(['PG_VERSION'])
  })
})

describe('kill -9', () => {
  /** Starts a writer process; resolves once it has acknowledged `count` rows. */
  async function writeUntil(dataDir: string, count: number) {
    const child = spawn(process.execPath, ['--import', 'tsx', writerScript, dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const acknowledged: number[] = []
    let postmasterPid = 0
    for await (const line of readline.createInterface({ input: child.stdout })) {
      if (line.startsWith('postmaster ')) postmasterPid = Number(line.split(' ')[1])
      else acknowledged.push(Number(line))
      if (acknowledged.length >= count) break
    }
    return { child, acknowledged, postmasterPid }
  }

  async function kill(child: ChildProcess) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  async function rowsAfter(dataDir: string): Promise<Set<number>> {
    const postgres = await open({ dataDir })
    const rows = await query(postgres, 'SELECT number FROM written')
    return new Set(rows.map(([number]) => Number(number)))
  }

  it('of the server at any moment loses no acknowledged row, and the next start recovers', async () => {
    const dataDir = preparedDataDir()
    const { child, acknowledged } = await writeUntil(dataDir, 200)
    await kill(child)
    const rows = await rowsAfter(dataDir)
    expect(acknowledged.filter((number) => !rows.has(number))).toEqual([])
  })

  it('of the server and PostgreSQL together loses no acknowledged row', async () => {
    const dataDir = preparedDataDir()
    const { child, acknowledged, postmasterPid } = await writeUntil(dataDir, 200)
    process.kill(postmasterPid, 'SIGKILL')
    await kill(child)
    const rows = await rowsAfter(dataDir)
    expect(acknowledged.filter((number) => !rows.has(number))).toEqual([])
  })
})

describe.runIf(process.getuid?.() === 0)('as root', () => {
  it.each(['userns', 'caps', 'nobody'] as const)('runs in mode %s', async (mode) => {
    const dataDir = temporaryDataDir()
    const postgres = await open({ dataDir, mode })
    expect(postgres.mode).toBe(mode)
    expect(await query(postgres, 'SELECT 1')).toEqual([[1]])
  })

  it('takes over a cluster that an earlier start ran in another mode', async () => {
    const dataDir = preparedDataDir()
    for (const mode of ['userns', 'caps', 'nobody', 'userns'] as const) {
      const postgres = await open({ dataDir, mode })
      expect(await query(postgres, 'SELECT 1')).toEqual([[1]])
      await postgres.stop()
    }
  })
})
