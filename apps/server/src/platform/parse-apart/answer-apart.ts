import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../refusal.ts'
import type { ApartLimits, ApartMessage, ApartRequest } from './parse-apart.ts'

const LOOK_MILLISECONDS = 10

/**
 * Looks at the whole process from a thread of its own, since the parser holds the first one, and
 * native memory is in no heap's limit.
 */
const watch = `
const { workerData: { memoryBytes, microseconds } } = require('node:worker_threads')
const isTooMuch = () => {
  const { user, system } = process.cpuUsage()
  return process.memoryUsage.rss() > memoryBytes || user + system > microseconds
}
setInterval(() => { if (isTooMuch()) process.kill(process.pid, 'SIGKILL') }, ${LOOK_MILLISECONDS})
`

/**
 * The whole of a program for `parseApart`: takes one file, answers, and ends. What the parser throws
 * as a Refusal is a refusal there, too; anything else is a fault.
 */
export function answerApart<Options, Answer>(
  parse: (file: Buffer, options: Options) => Promise<Answer> | Answer,
): void {
  process.once('message', (request: ApartRequest) => void answer(request, parse))
  process.once('disconnect', () => process.exit())
  tell({ kind: 'ready' })
}

async function answer<Options, Answer>(
  { file, options, limits }: ApartRequest,
  parse: (file: Buffer, options: Options) => Promise<Answer> | Answer,
): Promise<void> {
  await startWatch(limits)
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const message = await Promise.resolve()
    .then(() => parse(bytes, options as Options))
    .then((told): ApartMessage => ({ kind: 'answer', answer: told }))
    .catch(tellOf)
  tell(message, () => process.exit())
}

async function startWatch({ memoryMegabytes, seconds }: ApartLimits): Promise<void> {
  const watcher = new Worker(watch, {
    eval: true,
    workerData: { memoryBytes: memoryMegabytes * 1024 * 1024, microseconds: seconds * 1_000_000 },
  })
  await once(watcher, 'online')
}

function tellOf(error: unknown): ApartMessage {
  if (error instanceof Refusal)
    return { kind: 'refusal', code: error.code, text: error.text, params: error.params }
  return { kind: 'fault', told: error instanceof Error ? (error.stack ?? error.message) : 'fault' }
}

function tell(message: ApartMessage, then: () => void = () => {}): void {
  process.send?.(message, undefined, undefined, then)
}
