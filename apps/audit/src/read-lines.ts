import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { encodingsOf, type TextEncoding } from '@azalea/text'
import { AuditError } from './errors.ts'

/**
 * The lines of a file, as they are asked for, without its byte-order mark.
 * @throws AuditError 'bad_openings' for what is no text or cannot be read
 */
export async function* readLines(path: string): AsyncGenerator<string> {
  let encoding: TextEncoding | null
  try {
    encoding = await encodingFor(path)
    if (encoding !== null) {
      const input = Readable.from(textOf(path, encoding))
      yield* createInterface({ input, crlfDelay: Infinity })
    }
  } catch (error) {
    throw new AuditError('bad_openings', `${path} cannot be read: ${String(error)}`)
  }
  if (encoding === null)
    throw new AuditError('bad_openings', `${path} is not a text in UTF-8, UTF-16 or GB18030.`)
}

/** The first encoding in which the whole file is a text; it is read once more for its lines. */
async function encodingFor(path: string): Promise<TextEncoding | null> {
  const handle = await open(path)
  const { buffer, bytesRead } = await handle.read(new Uint8Array(2), 0, 2, 0)
  await handle.close()
  for (const encoding of encodingsOf(buffer.subarray(0, bytesRead)))
    if (await isText(path, encoding)) return encoding
  return null
}

async function isText(path: string, encoding: TextEncoding): Promise<boolean> {
  try {
    for await (const text of textOf(path, encoding)) if (text.includes('\0')) return false
    return true
  } catch (error) {
    if (error instanceof TypeError) return false // what a decoder throws
    throw error
  }
}

async function* textOf(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of createReadStream(path))
    yield decoder.decode(chunk as Uint8Array, { stream: true })
  yield decoder.decode()
}
