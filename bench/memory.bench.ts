import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { median, round } from './measure.ts'

const READY_WITHIN_MILLISECONDS = 300_000
const REST_MILLISECONDS = 10_000
const SAMPLES = 5

/**
 * Starts the built product with its demonstration, stops it, starts it again and, at rest, reads
 * the memory of the server and of its PostgreSQL (all processes). A PostgreSQL process counts the
 * memory it shares with the others in proportion (Pss). Linux only.
 */
export async function benchMemory() {
  if (!existsSync('/proc/self/smaps_rollup')) return { skipped: 'needs /proc' }
  const dataDir = await mkdtemp(join(tmpdir(), 'azalea-bench-product-'))
  try {
    const first = await startProduct(dataDir)
    await delay(REST_MILLISECONDS)
    await first.stop()
    const second = await startProduct(dataDir)
    await delay(REST_MILLISECONDS)
    const samples: Memory[] = []
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      samples.push(await memoryOf(second.pid))
      await delay(1_000)
    }
    await second.stop()
    const server = median(samples.map(({ serverMegabytes }) => serverMegabytes))
    const database = median(samples.map(({ databaseMegabytes }) => databaseMegabytes))
    return {
      firstStartSeconds: first.readyAfterSeconds,
      secondStartSeconds: second.readyAfterSeconds,
      serverResidentMegabytes: server,
      databaseMegabytes: database,
      databaseProcesses: samples[0]?.databaseProcesses,
      ratioServerToDatabase: round(server / database),
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

interface Product {
  readonly pid: number
  readonly readyAfterSeconds: number
  stop(): Promise<void>
}

async function startProduct(dataDir: string): Promise<Product> {
  const port = await freePort()
  const began = performance.now()
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port) }
  const child = spawn(process.execPath, [join(import.meta.dirname, '../dist/server.mjs')], {
    env: { ...env, AZALEA_DATA: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilHealthy(child, port)
  const { pid } = child
  if (pid === undefined) throw new Error('the product has no process')
  return {
    pid,
    readyAfterSeconds: round((performance.now() - began) / 1000, 1),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function untilHealthy(child: ChildProcess, port: number): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MILLISECONDS
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`)
    const health = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null)
    if (health?.ok) return
    await delay(100)
  }
  child.kill('SIGTERM')
  throw new Error('the product was not ready in time')
}

async function freePort(): Promise<number> {
  const probe = createServer()
  const port = await new Promise<number>((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  await new Promise((resolve) => probe.close(resolve))
  return port
}

interface Memory {
  readonly serverMegabytes: number
  readonly databaseMegabytes: number
  readonly databaseProcesses: number
}

async function memoryOf(serverPid: number): Promise<Memory> {
  const others = await descendantsOf(serverPid)
  const shares = await Promise.all(others.map((pid) => kilobytes(pid, 'smaps_rollup', 'Pss')))
  return {
    serverMegabytes: round((await kilobytes(serverPid, 'status', 'VmRSS')) / 1024, 1),
    databaseMegabytes: round(shares.reduce((sum, one) => sum + one, 0) / 1024, 1),
    databaseProcesses: others.length,
  }
}

async function descendantsOf(root: number): Promise<number[]> {
  const entries = await readdir('/proc')
  const parents = new Map<number, number>()
  for (const entry of entries.filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '')
    // '<pid> (<name>) <state> <parent> …', and the name may hold anything but is in brackets
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    if (parent > 0) parents.set(Number(entry), parent)
  }
  const found = new Set<number>([root])
  for (let before = 0; before !== found.size;) {
    before = found.size
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid)
  }
  found.delete(root)
  return [...found]
}

async function kilobytes(pid: number, file: string, field: string): Promise<number> {
  const text = await readFile(`/proc/${pid}/${file}`, 'utf8')
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0)
}
