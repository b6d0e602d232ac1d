import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import readline from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { processStartMark } from './processes.ts'

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

  it('closes when npm, which started it, is killed', async () => {
    const shell = `import { spawn } from 'node:child_process'
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', ${JSON.stringify(program(10))}], { stdio: 'inherit' })`
    const { child, lines, ready } = start(shell, { npm_lifecycle_event: 'start' })
    await ready
    const serverPid = Number(lines[0]?.split(' ')[1])
    const exitedOfPipe = once(child.stdout, 'end')
    child.kill('SIGKILL')
    await exitedOfPipe
    expect(lines.slice(1)).toEqual(['closing parent-gone', 'closed'])
    await expect.poll(() => processStartMark(serverPid)).toBe('')
  })
})
