import type { FastifyInstance } from 'fastify'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DemonstrationPayments } from '../dependencies.ts'
import { systemClock } from '../platform/clock.ts'
import { systemRandomness } from '../platform/identity.ts'
import { createWechatPay } from '../platform/wechat-pay/wechat-pay.ts'
import { makeAccount, type SandboxAccount } from './sandbox-account.ts'
import type { KeptPayments } from './sandbox-payments.ts'
import { startPaySandbox } from './sandbox-server.ts'

const PAGE = '/pay-sandbox'

interface Kept {
  readonly account: SandboxAccount
  readonly payments: KeptPayments
}

/**
 * The sandbox of the demonstration: kept in a file beside its data, so that an order that was paid
 * yesterday can be given back today.
 */
export async function startDemonstrationPayments(settings: {
  readonly dataDir: string
  readonly publicUrl: string
  readonly port: number
}): Promise<DemonstrationPayments> {
  const file = join(settings.dataDir, 'pay-sandbox.json')
  const kept = readKept(file)
  const account = kept?.account ?? makeAccount()
  const keep = (payments: KeptPayments) =>
    writeFileSync(file, JSON.stringify({ account, payments } satisfies Kept), { mode: 0o600 })
  mkdirSync(settings.dataDir, { recursive: true })
  if (kept === null) keep({ payments: [], refunds: [] })
  const sandbox = await startPaySandbox({
    account,
    clock: systemClock,
    pageUrl: () => `${settings.publicUrl}${PAGE}`,
    kept: kept?.payments ?? null,
    onChange: keep,
    refundsAtOnce: true,
    // Whatever address people use: the server that is told is this one.
    deliver: async (url, headers, body) => {
      const here = `http://127.0.0.1:${settings.port}${new URL(url).pathname}`
      const answer = await fetch(here, { method: 'POST', headers, body })
      return { status: answer.status, body: await answer.text() }
    },
  })
  return {
    provider: createWechatPay(sandbox.settings, {
      clock: systemClock,
      randomness: systemRandomness,
    }),
    servePages: (http) => servePage(http, sandbox),
    close: () => sandbox.close(),
  }
}

function servePage(
  http: FastifyInstance,
  sandbox: Awaited<ReturnType<typeof startPaySandbox>>,
): void {
  void http.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 1024 },
      (_request, _body, done) => done(null, {}),
    )
    for (const method of ['GET', 'POST'] as const)
      scope.route({
        method,
        url: PAGE,
        schema: { hide: true },
        handler: async (request, reply) => {
          const shown = await sandbox.page(method, request.url)
          if (shown === null) return reply.callNotFound()
          return reply.code(shown.status).type('text/html; charset=utf-8').send(shown.html)
        },
      })
  })
}

function readKept(file: string): Kept | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept
  } catch {
    return null
  }
}
