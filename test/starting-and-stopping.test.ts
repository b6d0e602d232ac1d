import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundVillage } from './found-village.ts'
import type { Person } from './person.ts'
import { freePort, runServer, serveVillage, type ServedVillage } from './served-village.ts'
import { step } from './step.ts'

const READY_AGAIN_WITHIN_MILLISECONDS = 20_000

interface Plate {
  readonly code: string
  readonly label: string
}

let folder: string
let dataDir: string
let founder: Person
/** The founded village's server, while it runs. */
let running: ServedVillage | null = null

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'azalea-start-'))
  dataDir = join(folder, 'village')
  founder = await foundVillage(await run())
})

afterAll(async () => {
  await stop()
  await rm(folder, { recursive: true, force: true })
})

async function run(): Promise<ServedVillage> {
  running ??= await serveVillage({ demonstration: false, dataDir })
  return running
}

/** The exit code; null when it did not run. */
async function stop(): Promise<number | null> {
  const code = await (running?.stop() ?? null)
  running = null
  return code
}

async function kill(): Promise<void> {
  await running?.kill()
  running = null
}

it('a server of a real village', async () => {
  await step('keeps everything it answered when it is killed amid commands', async () => {
    const answered = await answeredUntilKilled(founder.at((await run()).url))
    expect(answered.length).toBeGreaterThan(10)

    // The session outlives the server: the same person goes on at the new address.
    const kept = await platesByLabel(founder.at((await run()).url))
    for (const { code, label } of answered) expect(kept.get(label)).toEqual([code])
  })

  await step('answers a repeated command with its first answer, and does it once', async () => {
    const committee = founder.at((await run()).url)
    const key = randomUUID()
    const body = { kind: 'plot', label: '再发一次的菜地' }
    const first = await committee.post<Plate>('/api/subjects', body, key)
    expect(await committee.post<Plate>('/api/subjects', body, key)).toEqual(first)
    expect((await platesByLabel(committee)).get(body.label)).toEqual([first.code])
  })

  await step('ends with 0 at Ctrl-C, and is ready again within seconds', async () => {
    expect(await stop()).toBe(0)
    const began = Date.now()
    const { url } = await run()
    expect(Date.now() - began).toBeLessThan(READY_AGAIN_WITHIN_MILLISECONDS)
    expect((await platesByLabel(founder.at(url))).size).toBeGreaterThan(10)
  })
})

it('ends with 0 when it is asked to amid loading the demonstration', async () => {
  const ended = await runServer(
    { AZALEA_DEMO: 'on', PORT: String(await freePort()), AZALEA_DATA: join(folder, 'loading') },
    { untilSaid: 'Loading the demonstration village' },
  )
  expect(ended.output.trim().split('\n')).toHaveLength(1)
  expect(ended.code).toBe(0)
})

describe('a server that cannot start says why in one sentence and ends with a failure', () => {
  it('when it is not said whether it is a demonstration', async () => {
    const ended = await runServer({ AZALEA_DEMO: 'perhaps', AZALEA_DATA: join(folder, 'unused') })
    expectOneSentence(ended, 'AZALEA_DEMO must be "on" or "off", not "perhaps".')
  })

  it('when the port is in use', async () => {
    const other = createServer()
    await new Promise<void>((listening) => other.listen(0, listening))
    const { port } = other.address() as AddressInfo
    const ended = await runServer({ PORT: String(port), AZALEA_DATA: join(folder, 'unused') })
    await new Promise<void>((closed) => other.close(() => closed()))
    expectOneSentence(ended, `Port ${port} is in use by another program.`)
  })

  it('when the data folder cannot be written', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    const ended = await runServer({ PORT: String(await freePort()), AZALEA_DATA: file })
    expectOneSentence(ended, `The data folder ${file} is not writable`)
  })

  it('when the database does not answer', async () => {
    const address = `postgres://nobody@127.0.0.1:${await freePort()}/nothing`
    const ended = await runServer({
      PORT: String(await freePort()),
      AZALEA_DATA: join(folder, 'unused'),
      DATABASE_URL: address,
    })
    expectOneSentence(ended, 'The database at DATABASE_URL does not answer')
  })

  it('when the file of witnesses names nobody who could be asked', async () => {
    const file = join(folder, 'witnesses.txt')
    await writeFile(file, 'witness somebody\n')
    for (const path of [file, join(folder, 'nowhere.txt')]) {
      const settings = { PORT: '0', AZALEA_DATA: join(folder, 'unused'), AZALEA_WITNESSES: path }
      expectOneSentence(await runServer(settings), 'AZALEA_WITNESSES must name a file with lines')
    }
  })

  it('when a copy was restored without its master key, or with another one', async () => {
    await stop()
    const [key, aside] = [join(dataDir, 'keys/master.key'), join(folder, 'master.key')]
    const start = async () => runServer({ PORT: String(await freePort()), AZALEA_DATA: dataDir })
    await rename(key, aside)
    expectOneSentence(await start(), 'is missing, and this database is sealed with it')
    await writeFile(key, `${'00'.repeat(32)}\n`)
    expectOneSentence(await start(), 'is not the one that this database is sealed with')
    await rename(aside, key)
  })

  it('when a newer version has made the database', async () => {
    await stop()
    const copy = join(folder, 'village-of-tomorrow')
    // With owners and rights, which PostgreSQL looks at.
    await promisify(execFile)('cp', ['-Rp', dataDir, copy])
    const program = await aNewerVersion()
    const newer = await serveVillage({ demonstration: false, dataDir: copy, program })
    await newer.stop()
    const ended = await runServer({ PORT: String(await freePort()), AZALEA_DATA: copy })
    expectOneSentence(ended, 'The database was made by a newer version of Azalea')
  })
})

/** Gives commands side by side and kills the server amid them; what had been answered by then. */
async function answeredUntilKilled(committee: Person): Promise<readonly Plate[]> {
  const answered: Plate[] = []
  let isKilled = false
  const lane = async (laneNo: number) => {
    for (let no = 1; !isKilled; no++) {
      const label = `菜地 ${laneNo}-${no}`
      const answer = await committee
        .post<{ code: string }>('/api/subjects', { kind: 'plot', label })
        .catch(() => null)
      if (answer === null) return
      answered.push({ code: answer.code, label })
    }
  }
  const lanes = Array.from({ length: 8 }, (_, laneNo) => lane(laneNo))
  while (answered.length < 60) await new Promise((later) => setTimeout(later, 5))
  await kill()
  isKilled = true
  await Promise.all(lanes)
  return answered
}

async function platesByLabel(committee: Person): Promise<ReadonlyMap<string, readonly string[]>> {
  const plates: Plate[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: { items: Plate[]; nextCursor: string | null } = await committee.get(
      `/api/plates?limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    plates.push(...page.items)
    cursor = page.nextCursor
  }
  const byLabel = new Map<string, string[]>()
  for (const { label, code } of plates) byLabel.set(label, [...(byLabel.get(label) ?? []), code])
  return byLabel
}

/** The same program with one migration more, as the version of tomorrow would have. */
async function aNewerVersion(): Promise<string> {
  // In the checkout, where the program finds the packages that are not in its bundle.
  const place = resolve('test-results/newer-version')
  await rm(place, { recursive: true, force: true })
  await mkdir(place, { recursive: true })
  const programs = (await readdir('dist')).filter((name) => /^server[.-].*mjs$/.test(name))
  for (const name of [...programs, 'migrations', 'data', 'rule-sheets'])
    await cp(join('dist', name), join(place, name), { recursive: true })
  await symlink(resolve('dist/web'), join(place, 'web'))
  const migration = join(place, 'migrations', '9999_of_tomorrow')
  await mkdir(migration)
  await writeFile(join(migration, 'up.sql'), 'SELECT 1;')
  return join(place, 'server.mjs')
}

function expectOneSentence(
  { code, output }: { readonly code: number | null; readonly output: string },
  sentence: string,
): void {
  expect(output.trim().split('\n')).toHaveLength(1)
  expect(output).toContain(sentence)
  expect(code).toBe(1)
}
