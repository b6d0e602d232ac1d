import type { FastifyRequest } from 'fastify'
import { refuse } from './refusals.ts'

/** What a form wraps around its one file. */
const FORM_BYTES = 16 * 1024

/**
 * The one file of a multipart request, whole or not at all.
 * @throws Refusal 'no_file', 'file_too_large' (then nothing of it is used), 'malformed_request' for a
 *   form that is torn off or badly made
 */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<Buffer> {
  if (!request.isMultipart()) throw refuse('no_file')
  const told = Number(request.headers['content-length'] ?? 0)
  if (told > maxBytes + FORM_BYTES) throw tooLarge(maxBytes)
  const part = await fromForm(request.file({ limits: { fileSize: maxBytes } }))
  if (part === undefined) throw refuse('no_file')
  const chunks: Buffer[] = []
  await fromForm(
    (async () => {
      for await (const chunk of part.file) chunks.push(chunk as Buffer)
    })(),
  )
  // The mark may come after the last chunk, so it is asked for once all has been read.
  if (part.file.truncated) throw tooLarge(maxBytes)
  const bytes = Buffer.concat(chunks)
  if (bytes.length === 0) throw refuse('no_file')
  return bytes
}

/** What the transport throws while it reads a form is the sender's doing. */
async function fromForm<Result>(reading: Promise<Result>): Promise<Result> {
  return reading.catch((error: unknown) => {
    const status =
      error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : undefined
    throw status === 413 ? refuse('body_too_large') : refuse('malformed_request')
  })
}

function tooLarge(maxBytes: number) {
  return refuse('file_too_large', { megabytes: Math.floor(maxBytes / 1024 / 1024) })
}
