import type { FastifyRequest } from 'fastify'
import { refuse } from './refusals.ts'

/**
 * The one file of a multipart request, within the size limit.
 * @throws Refusal 'no_file'; what the transport throws for a file that is too large
 */
export async function requireUpload(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw refuse('no_file')
  const part = await request.file()
  if (!part) throw refuse('no_file')
  const bytes = await part.toBuffer()
  if (bytes.length === 0) throw refuse('no_file')
  return bytes
}
