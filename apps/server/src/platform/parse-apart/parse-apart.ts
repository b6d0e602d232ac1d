import { fork, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import { Refusal, type RefusalParams, type RefusalText } from '../refusal.ts'
import { refuse } from './refusals.ts'
import { Turns } from './turns.ts'

export interface ApartLimits {
  /** What the process may hold in all, native memory included. A bare one takes some 60. */
  readonly memoryMegabytes: number
  /** Of a processor; by the clock several times as many, since the server goes first. */
  readonly seconds: number
}

export interface ApartTask {
  /** The program's own file, made with `answerApart`. */
  readonly program: URL
  readonly file: Uint8Array
  /** What the program is told beside the file. */
  readonly options?: unknown
  readonly limits: ApartLimits
  /** What we made ourselves and somebody waits for: it runs at our own priority. */
  readonly isOurs?: true
}

export interface ApartRequest {
  readonly file: Uint8Array
  readonly options: unknown
  readonly limits: ApartLimits
}

/** What the process says: once that it stands, and once how it ended. */
export type ApartMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: unknown }
  | {
      readonly kind: 'refusal'
      readonly code: string
      readonly text: RefusalText
      readonly params: RefusalParams
    }
  | { readonly kind: 'fault'; readonly told: string }

/** Where a process needs a shell's environment to start at all; of ours it gets nothing else. */
const passedOn = ['PATH', 'SystemRoot', 'TEMP', 'TMPDIR', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH']
const START_SECONDS = 60
const CLOCK_TIMES = 6
/** Requests go before files, which all the same get on where much else runs. */
const NICE = 5
const MEGABYTE = 1024 * 1024
const turns = new Turns({ atOnce: 2, villageBytes: 96 * MEGABYTE, allBytes: 256 * MEGABYTE })

/**
 * Reads a stranger's file in a process of its own, without our environment and at low priority, so
 * that no file stops the server: one file a village at a time, two villages at once. A process that
 * takes more memory or time than it may is ended, and so is one that a file brings down.
 * @throws Refusal 'file_too_demanding', 'files_waiting', and those of the program
 */
export function parseApart<Answer>(villageId: string, task: ApartTask): Promise<Answer> {
  return turns.take(villageId, task.file.byteLength, () => runApart<Answer>(task))
}

function runApart<Answer>({ program, isOurs, ...task }: ApartTask): Promise<Answer> {
  const request: ApartRequest = { options: null, ...task }
  return new Promise<Answer>((resolve, reject) => {
    const child = fork(program, {
      execArgv: [],
      env: Object.fromEntries(passedOn.map((name) => [name, process.env[name]])),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    if (isOurs === undefined) stepBack(child)
    let isReady = false
    let timer = setTimeout(() => child.kill('SIGKILL'), START_SECONDS * 1_000)
    child.on('message', (message: ApartMessage) => {
      if (message.kind !== 'ready') return settle<Answer>(message, resolve, reject)
      isReady = true
      clearTimeout(timer)
      timer = setTimeout(() => child.kill('SIGKILL'), request.limits.seconds * CLOCK_TIMES * 1_000)
      // A process that dies while it is told is heard of by its exit.
      child.send(request, () => {})
    })
    child.once('error', reject)
    // After an answer this rejects nothing any more.
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      const told = `${program.pathname} ended with ${signal ?? code} before it began`
      reject(isReady ? refuse('file_too_demanding') : new Error(told))
    })
  })
}

function settle<Answer>(
  message: Exclude<ApartMessage, { kind: 'ready' }>,
  resolve: (answer: Answer) => void,
  reject: (error: Error) => void,
): void {
  switch (message.kind) {
    case 'answer':
      return resolve(message.answer as Answer)
    case 'refusal':
      return reject(new Refusal(message.code, message.text, message.params))
    case 'fault':
      return reject(new Error(message.told))
  }
}

function stepBack({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICE)
  } catch {
    // It has ended already, or the system allows no such thing: then it runs as we do.
  }
}
