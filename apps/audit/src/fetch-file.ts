import { setTimeout as delay } from 'node:timers/promises'
import { AuditError } from './errors.ts'

/** How often a file is asked for, and how long each answer may take. */
export interface Patience {
  readonly tries: number
  readonly firstWaitMilliseconds: number
  readonly giveUpAfterMilliseconds: number
}

export const PATIENCE: Patience = {
  tries: 5,
  firstWaitMilliseconds: 250,
  giveUpAfterMilliseconds: 30_000,
}

/**
 * A file from somebody who may wish to waste this machine: no redirect is followed, no page taken for
 * a file, and no more unpacked than `most` bytes. What may pass, such as a server that is busy, is
 * tried again.
 * @throws AuditError 'not_found', 'unreachable'
 */
export async function fetchFile(
  url: string,
  most: number,
  patience: Patience,
): Promise<Uint8Array> {
  let why = ''
  for (let attempt = 0; attempt < patience.tries; attempt++) {
    if (attempt > 0) await delay(patience.firstWaitMilliseconds * 2 ** attempt)
    try {
      const signal = AbortSignal.timeout(patience.giveUpAfterMilliseconds)
      const response = await fetch(url, { signal, redirect: 'manual' })
      const bytes = await readAnswer(url, response, most)
      if (bytes !== null) return bytes
      why = `it answers ${response.status}`
    } catch (error) {
      if (error instanceof AuditError) throw error
      why = error instanceof Error ? error.message : String(error)
    }
  }
  throw new AuditError('unreachable', `${url} could not be read: ${why}`)
}

/** Null for an answer that may be another one next time. */
async function readAnswer(
  url: string,
  response: Response,
  most: number,
): Promise<Uint8Array | null> {
  const { status, headers } = response
  const refuse = async (code: 'not_found' | 'unreachable', what: string) => {
    await response.body?.cancel()
    throw new AuditError(code, what)
  }
  if (status === 404 || status === 410) await refuse('not_found', `${url} answers ${status}`)
  if (status >= 300 && status < 400) {
    const to = headers.get('location') ?? 'nowhere'
    const advice = 'name the address that it means'
    await refuse('unreachable', `${url} could not be read: it leads on to ${to}; ${advice}`)
  }
  if (!response.ok) {
    await response.body?.cancel()
    return null
  }
  if (/^\s*(text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? ''))
    await refuse('unreachable', `${url} could not be read: it is a web page, no file of a log`)
  return readAtMost(url, response, most)
}

async function readAtMost(url: string, { body }: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    // Leaving the loop ends the transfer.
    if (length > most) throw tooLong(url, most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

export function tooLong(where: string, most: number): AuditError {
  const limit = `it is longer than ${most} bytes, which no file of its kind is`
  return new AuditError('unreachable', `${where} could not be read: ${limit}`)
}
