import type { FastifyInstance } from 'fastify'
import { Refusal } from '../../../../platform/refusal.ts'
import type { MarketParts } from '../parts.ts'
import { takeNotification } from './take-notification.ts'

const MOST_BYTES = 64 * 1024

/**
 * Where the provider tells what became of payments. What was signed are the very bytes of the body,
 * so this route alone takes them as they come; it answers in the provider's form.
 */
export function registerNotificationRoutes(http: FastifyInstance, parts: MarketParts): void {
  void http.register(async (scope) => {
    scope.removeContentTypeParser('application/json')
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: MOST_BYTES },
      (_request, body, done) => done(null, body),
    )
    scope.post<{ Params: { villageId: string } }>(
      '/api/villages/:villageId/market/payment-notifications',
      { schema: { hide: true }, config: { rateLimit: { max: 600, timeWindow: '1 minute' } } },
      async ({ params: { villageId }, headers, body }, reply) => {
        if (!/^\d{12}$/.test(villageId) || !Buffer.isBuffer(body))
          return reply.code(400).send({ code: 'FAIL', message: '' })
        try {
          await takeNotification(parts, villageId, { headers, body })
          return await reply.code(204).send()
        } catch (error) {
          // The provider tells again later what was not taken, and shows our sentence to nobody.
          if (!(error instanceof Refusal)) throw error
          const status = error.code === 'payments_off' ? 503 : 400
          return reply.code(status).send({ code: 'FAIL', message: error.code })
        }
      },
    )
  })
}
