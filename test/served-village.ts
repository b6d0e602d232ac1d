import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ServedVillage {
  readonly url: string
  readonly dataDir: string
  /** What the server has printed so far. */
  output(): string
  /** Ends it as Ctrl-C would; resolves with the exit code. */
  stop(): Promise<number | null>
  /** Ends it without a chance to tidy up. */
  kill(): Promise<void>
}

export interface ServeOptions {
  readonly demonstration: boolean
  /** Kept from an earlier run; by default a new folder, removed at the end. */
  readonly dataDir?: string
  /** By default the one that was built. */
  readonly program?: string
  /** Of its surroundings, beside port, data and demonstration. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface EndedServer {
  readonly code: number | null
  /** What it printed. */
  readonly output: string
}

const BUILT = 'dist/server.mjs'
const SHIFT_CLOCK = new URL('shift-clock.mjs', import.meta.url)
const READY_WITHIN_MILLISECONDS = 900_000
const ENDED_WITHIN_MILLISECONDS = 100_000

/**
 * Starts the built server, as `npm start` does, on a free port and with a data folder of its own;
 * its clock is shifted as this process's is. Resolves when it serves.
 */
export async function serveVillage(options: ServeOptions): Promise<ServedVillage> {
  const village = await startVillage(options)
  await village.untilReady()
  return village
}

/** The same, not yet ready: it may be loading its season. */
export async function startVillage(
  options: ServeOptions,
): Promise<ServedVillage & { untilReady(): Promise<void> }> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'azalea-journey-')))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const { child, printed, ended } = startServer(options.program ?? BUILT, {
    PORT: String(port),
    AZALEA_DATA: dataDir,
    AZALEA_DEMO: options.demonstration ? 'on' : 'off',
    ...options.settings,
  })
  const tidy = async () => {
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
  }
  return {
    url,
    dataDir,
    untilReady: () => untilReady(url, child, printed),
    output: printed,
    stop: async () => {
      child.kill('SIGINT')
      const code = await ended
      await tidy()
      return code
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Runs a server that is expected to end by itself, or when it is asked to at these words of it. */
export async function runServer(
  settings: Readonly<Record<string, string>>,
  { untilSaid }: { readonly untilSaid?: string } = {},
): Promise<EndedServer> {
  const { child, printed, ended } = startServer(BUILT, { AZALEA_DEMO: 'off', ...settings })
  let isAsked = untilSaid === undefined
  child.stdout.on('data', () => {
    if (isAsked || !printed().includes(untilSaid ?? '')) return
    isAsked = true
    child.kill('SIGTERM')
  })
  const overdue = setTimeout(() => child.kill('SIGKILL'), ENDED_WITHIN_MILLISECONDS)
  const code = await ended
  clearTimeout(overdue)
  return { code, output: printed() }
}

function startServer(program: string, settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [program], {
    env: { ...withoutNpm(process.env), ...atShiftedTime(), DATABASE_URL: '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, printed: () => text, ended }
}

/** Under npm the server would watch its parent, which here is the test and not npm. */
function withoutNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('npm_')))
}

/** `CLOCK_SHIFT` is inherited; what heeds it is preloaded, in the server's own child processes too. */
function atShiftedTime(): NodeJS.ProcessEnv {
  return process.env['CLOCK_SHIFT'] ? { NODE_OPTIONS: `--import ${SHIFT_CLOCK.href}` } : {}
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  return port
}

async function untilReady(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MILLISECONDS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${printed()}`)
    const answer = await fetch(`${url}/api/health`).catch(() => null)
    // Announced last, when nothing of the start is left to do.
    if (answer?.ok && printed().includes('Azalea serves at')) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`the server was not ready in time: ${printed()}`)
}
