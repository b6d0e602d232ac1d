import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import type { Orders } from './sequencer-process.ts'

export const bundleSequencer = (dir: string) => bundleProcess(dir, 'sequencer-process')

/** Bundles a process once, since starting it from its sources would take most of the time. */
export async function bundleProcess(dir: string, name: string): Promise<string> {
  const outfile = join(dir, `${name}.mjs`)
  await build({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: ['pg-native'],
    banner: {
      js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)",
    },
  })
  return outfile
}

export interface SequencerProcess {
  readonly child: ChildProcess
  /** What it has told so far. */
  readonly lines: readonly string[]
  /** Resolves when it tells a line that begins so, now or before; rejects when it ends first. */
  told(beginning: string): Promise<string>
  kill(): Promise<void>
  readonly ended: Promise<unknown>
}

export function startSequencer(bundle: string, orders: Orders): SequencerProcess {
  const child = spawn(process.execPath, [bundle, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  const ended = once(child, 'exit')
  const told = async (beginning: string) => {
    for (;;) {
      const line = lines.find((one) => one.startsWith(beginning))
      if (line !== undefined) return line
      const over = new AbortController()
      const news = await Promise.race(
        ['line', 'close'].map((event) => once(reader, event, { signal: over.signal })),
      )
      over.abort()
      if (news.length === 0 && !lines.some((one) => one.startsWith(beginning)))
        throw new Error(`ended without telling "${beginning}": ${lines.join(', ')}`)
    }
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { child, lines, told, kill, ended }
}
