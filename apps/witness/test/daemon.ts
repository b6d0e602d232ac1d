import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Bundles the daemon as it is shipped, into one file. */
export async function bundleDaemon(dir: string): Promise<string> {
  const outfile = join(dir, 'azalea-witness.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('../src/main.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
  })
  return outfile
}

export function writeConfig(dir: string, logs: { origin: string; vkey: string }[]): string {
  const path = join(dir, 'witness.json')
  const config = {
    name: 'witness.example/w',
    listen: { port: 0 },
    logs: logs.map(({ origin, vkey }) => ({ origin, vkeys: [vkey] })),
  }
  writeFileSync(path, JSON.stringify(config))
  return path
}

export interface Daemon {
  process: ChildProcess
  url: string
  vkey: string
}

/** Starts the daemon and waits until it says where it listens. */
export async function startDaemon(bundle: string, args: string[]): Promise<Daemon> {
  const child = spawn(process.execPath, [bundle, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  let url = ''
  for await (const line of createInterface({ input: child.stdout })) {
    url = / at (http:\S+)$/.exec(line)?.[1] ?? url
    const vkey = /^vkey (\S+)$/.exec(line)?.[1]
    if (vkey !== undefined) return { process: child, url, vkey }
  }
  throw new Error(`the daemon ended with ${child.exitCode}`)
}

export async function kill(daemon: Daemon, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(daemon.process, 'exit')
  daemon.process.kill(signal)
  await ended
  return daemon.process.exitCode
}
