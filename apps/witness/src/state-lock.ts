import { createHash } from 'node:crypto'
import { mkdir, realpath, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { syncDirectory } from './durable-file.ts'
import { WitnessError } from './errors.ts'

/**
 * Makes a state directory, if needed, and holds it for this process: two witnesses on one directory could cosign a fork. The
 * lock is a socket, so the operating system lets go of it however the process ends.
 *
 * @returns a function that lets go
 * @throws WitnessError `already_running`
 */
export async function lockStateDir(stateDir: string): Promise<() => Promise<void>> {
  const made = await mkdir(stateDir, { recursive: true, mode: 0o700 })
  if (made !== undefined) await syncDirectory(dirname(made))
  const real = await realpath(stateDir)
  const path = lockPath(createHash('sha256').update(real).digest('hex').slice(0, 32))
  let server = await listen(path)
  if (server === undefined && isFile(path) && !(await isAnswered(path))) {
    await rm(path, { force: true })
    server = await listen(path)
  }
  if (server === undefined) {
    throw new WitnessError('already_running', `another witness is running on ${stateDir}`)
  }
  const held = server
  // The lock alone must not keep the process running.
  held.unref()
  return () =>
    new Promise((resolve, reject) => {
      held.close((error) => (error ? reject(error) : resolve()))
    })
}

/** Abstract on Linux and a pipe on Windows: neither outlives its process. A file elsewhere. */
function lockPath(id: string): string {
  if (process.platform === 'linux') return `\0azalea-witness-${id}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\azalea-witness-${id}`
  return join(tmpdir(), `azalea-witness-${id}.sock`)
}

function isFile(path: string): boolean {
  return !path.startsWith('\0') && !path.startsWith('\\\\')
}

function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen({ path, exclusive: true }, () => resolve(server))
  })
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
