import type { FastifyRequest } from 'fastify'
import { refuse } from '../refusals.ts'

/**
 * The one file of a multipart request.
 * @throws Refusal 'sheet_file_missing'; what is too large is refused by the platform
 */
export async function uploadedFile(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw refuse('sheet_file_missing')
  const part = await request.file()
  if (part === undefined) throw refuse('sheet_file_missing')
  return part.toBuffer()
}
