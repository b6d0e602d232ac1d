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
}

const READY_WITHIN_MILLISECONDS = 180_000

/** Starts the built server, as `npm start` does, on a free port and with a data folder of its own. */
export async function serveVillage(options: ServeOptions): Promise<ServedVillage> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'azalea-journey-')))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['dist/server.mjs'], {
    env: {
      ...withoutNpm(process.env),
      PORT: String(port),
      AZALEA_DATA: dataDir,
      AZALEA_DEMO: options.demonstration ? 'on' : 'off',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await untilReady(url, child, () => printed)
  const tidy = async () => {
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
  }
  return {
    url,
    dataDir,
    output: () => printed,
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

/** Under npm the server would watch its parent, which here is the test and not npm. */
function withoutNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('npm_')))
}

async function freePort(): Promise<number> {
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
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`the server was not ready in time: ${printed()}`)
}
