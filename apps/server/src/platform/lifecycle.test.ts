import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import readline from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { parentOf, processStartMark } from './processes.ts'

const lifecycle = path.join(import.meta.dirname, 'lifecycle.ts')

/** A small program that closes in `closeMs` and says what happened to it. */
function program(closeMs: number, options = '{}'): string {
  return `
    import { writeSync } from 'node:fs'
    import { setTimeout as delay } from 'node:timers/promises'
    import { onShutdown } from ${JSON.stringify(lifecycle)}
    onShutdown(async (reason) => {
      writeSync(1, 'closing ' + reason + '\\n')
      await delay(${closeMs})
      writeSync(1, 'closed\\n')
    }, ${options})
    setInterval(() => undefined, 1000)
    writeSync(1, 'ready ' + process.pid + '\\n')`
}

function start(source: string, env: NodeJS.ProcessEnv = {}) {
  const args = ['--import', 'tsx', '--input-type=module', '-e', source]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_lifecycle_event: undefined, ...env },
  })
  const lines: string[] = []
  const reader = readline.createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  const ready = once(reader, 'line')
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  return { child, lines, ready, exited }
}

describe('a process asked to end', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('closes on %s and exits 0', async (signal) => {
    const { child, lines, ready, exited } = start(program(10))
    await ready
    child.kill(signal)
    expect(await exited).toEqual([0, null])
    expect(lines.slice(1)).toEqual([`closing ${signal}`, 'closed'])
  })

  it('closes once when one Ctrl-C arrives twice', async () => {
    const { child, lines, ready, exited } = start(program(100))
    await ready
    child.kill('SIGINT')
    await delay(10)
    child.kill('SIGINT')
    expect(await exited).toEqual([0, null])
    expect(lines.slice(1)).toEqual(['closing SIGINT', 'closed'])
  })

  it('does not wait for the close after a second Ctrl-C', async () => {
    const { child, lines, ready, exited } = start(program(60_000))
    await ready
    child.kill('SIGINT')
    await delay(600)
    child.kill('SIGINT')
    expect(await exited).toEqual([130, null])
    expect(lines.slice(1)).toEqual(['closing SIGINT'])
  })

  it('ends with 1 when closing takes longer than the grace time', async () => {
    const { child, ready, exited } = start(program(60_000, '{ graceMs: 50 }'))
    await ready
    child.kill('SIGTERM')
    expect(await exited).toEqual([1, null])
  })
})

describe.runIf(process.platform === 'linux')('a process that npm started', () => {
  /** Titles itself as npm does, and runs the program through a shell that stays. */
  const npm = `import { spawn } from 'node:child_process'
    process.title = 'npm start'
    const command = '"$NODE" --import tsx --input-type=module -e "$PROGRAM"; true'
    spawn('/bin/sh', ['-c', command], { stdio: 'inherit' })`
  const npmEnvironment = {
    NODE: process.execPath,
    PROGRAM: program(10),
    npm_lifecycle_event: 'start',
  }

  it.each(['npm', 'the shell'])('closes when %s above it is killed', async (who) => {
    const { child, lines, ready } = start(npm, npmEnvironment)
    await ready
    const serverPid = Number(lines[0]?.split(' ')[1])
    const shellPid = parentOf(serverPid) ?? 0
    expect(parentOf(shellPid)).toBe(child.pid)
    const ended = once(child.stdout, 'end')
    process.kill(who === 'npm' ? Number(child.pid) : shellPid, 'SIGKILL')
    await ended
    expect(lines.slice(1)).toEqual(['closing parent-gone', 'closed'])
    await expect.poll(() => processStartMark(serverPid)).toBe('')
  })
})
