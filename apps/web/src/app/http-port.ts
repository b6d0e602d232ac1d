import type { HttpAnswer, HttpFile, HttpPort, HttpRequest } from '@azalea/client'
import { askOnceMore } from './ask-once-more.ts'
import { takeEarlyAnswer } from './early-answers.ts'
import { noteServerClock } from './server-clock.ts'

declare global {
  interface Window {
    /** Where the server is when it is not where the page came from, such as inside another shell. */
    AZALEA_API?: string
  }
}

/** Where the server is; nothing when the page came from it. */
export const serverBase = (): string => window.AZALEA_API ?? ''

/** The browser's way to the server: cookies, what was asked for before the application was there. */
export const httpPort: HttpPort = { send, readFile, newKey }

async function send(asked: HttpRequest): Promise<HttpAnswer> {
  const patience = new AbortController()
  const request = requestOf(asked, patience)
  const timer =
    asked.patienceMilliseconds === undefined
      ? undefined
      : setTimeout(() => patience.abort(), asked.patienceMilliseconds)
  try {
    const { response, arrivedAt } = await (takeEarlyAnswer(request) ??
      askOnceMore(request).then((response) => ({ response, arrivedAt: Date.now() })))
    noteServerClock(request, response, arrivedAt)
    return { status: response.status, text: await response.text() }
  } finally {
    clearTimeout(timer)
  }
}

async function readFile(address: string, from: 'fresh' | 'cache'): Promise<HttpFile> {
  const cache = from === 'fresh' ? 'no-store' : 'default'
  const answer = await fetch(new URL(serverBase() + address, location.href), { cache })
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

function requestOf(asked: HttpRequest, patience: AbortController): Request {
  const { method, address, headers, body, signal } = asked
  if (signal?.aborted === true) patience.abort()
  signal?.addEventListener('abort', () => patience.abort())
  return new Request(new URL(serverBase() + address, location.href), {
    method,
    headers: { ...headers },
    credentials: 'include',
    signal: patience.signal,
    ...(body === undefined ? {} : { body: body as BodyInit }),
  })
}

/** A random key for one command; keep it to repeat the command without doing it twice. */
function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  // `randomUUID` is missing on plain-HTTP pages, as when a phone opens the laptop's address.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
