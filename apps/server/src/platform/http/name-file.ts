import type { FastifyReply } from 'fastify'
import type { Language } from './language.ts'

/**
 * Names an answer as the file that it becomes on the reader's device, in the reader's language; the
 * English name also stands where only plain letters are read (RFC 6266).
 */
export function nameFile(
  reply: FastifyReply,
  names: Readonly<Record<Language, string>>,
  language: Language,
  how: 'attachment' | 'inline' = 'attachment',
): void {
  const name = encodeURIComponent(names[language])
  reply.header('content-disposition', `${how}; filename="${names.en}"; filename*=UTF-8''${name}`)
}
