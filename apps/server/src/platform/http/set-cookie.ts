import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Sets a cookie for the server alone, `Secure` where people come by HTTPS: by the public address, or
 * by this very request, as it came or as a proxy says that the server trusts (`trustProxy`).
 */
export function setOwnCookie(
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  publicUrl: string,
  cookie: {
    readonly name: string
    readonly value: string
    readonly path: string
    readonly maxAgeDays: number
  },
): void {
  reply.setCookie(cookie.name, cookie.value, {
    path: cookie.path,
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:') || request.protocol === 'https',
    maxAge: cookie.maxAgeDays * 86_400,
  })
}
