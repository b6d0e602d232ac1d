import { createPublicKey, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../platform/clock.ts'
import {
  answerText,
  isSigned,
  requestText,
  SCHEME,
  sealResource,
  signText,
} from '../platform/wechat-pay/seal.ts'
import type { WechatPaySettings } from '../platform/wechat-pay/wechat-pay.ts'
import { privateKeyOf, settingsOf, type SandboxAccount } from './sandbox-account.ts'
import { payPage } from './sandbox-page.ts'
import {
  SandboxPayments,
  SandboxRefusal,
  type KeptPayments,
  type SandboxPayment,
  type SandboxRefund,
} from './sandbox-payments.ts'

/**
 * How a server is made to fail, as real ones do: 'silence', 'http_502', 'not_json', 'unsigned',
 * 'wrong_key', or a code of WeChat Pay's.
 */
export type Failure = string

/** What a notification says or how it is sent, other than it should be. */
export interface NotificationChange {
  readonly totalFen?: number
  readonly number?: string
  readonly merchantId?: string
  readonly secondsOff?: number
  readonly serial?: string
  readonly signature?: string
  readonly sealKey?: string
}

export interface Notified {
  readonly status: number
  readonly body: string
}

export interface PaySandbox {
  readonly settings: WechatPaySettings
  readonly payments: SandboxPayments
  /** What was asked, oldest first. */
  readonly asked: readonly string[]
  /** The next answers, instead of what would be right: a code of WeChat Pay's, or a fault. */
  failNext(...failures: Failure[]): void
  /** The customer pays; the merchant's server is told. */
  pay(paymentNumber: string): Promise<Notified>
  notifyPayment(paymentNumber: string, change?: NotificationChange): Promise<Notified>
  notifyRefund(refundNumber: string, state?: 'SUCCESS' | 'ABNORMAL'): Promise<Notified>
  /** Answers a request for the page on which one pays; null for any other address. */
  page(method: string, target: string): Promise<{ status: number; html: string } | null>
  close(): Promise<void>
}

export interface SandboxParts {
  readonly account: SandboxAccount
  readonly clock: Clock
  /** Where the customer's telephone finds the page. */
  readonly pageUrl: () => string
  readonly kept?: KeptPayments | null
  readonly onChange?: (kept: KeptPayments) => void
  /** Whether what is asked back is given back at once, and told. */
  readonly refundsAtOnce?: boolean
  /** How a notification is delivered; over HTTP unless a test says otherwise. */
  readonly deliver?: Deliver
}

type Deliver = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
) => Promise<Notified>

/** A server on this computer that speaks WeChat Pay APIv3 from the other side. */
export async function startPaySandbox(parts: SandboxParts): Promise<PaySandbox> {
  const state = new State(parts)
  const http = createServer((request, response) => void state.answer(request, response))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    settings: settingsOf(parts.account, `http://127.0.0.1:${port}`),
    payments: state.payments,
    asked: state.asked,
    failNext: (...failures) => void state.failures.push(...failures),
    pay: (number) => state.pay(number),
    notifyPayment: (number, change) => state.notifyPayment(number, change),
    notifyRefund: (number, end) => state.notifyRefund(number, end),
    page: (method, target) => state.page(method, target),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

const overHttp: Deliver = async (url, headers, body) => {
  try {
    const answer = await fetch(url, { method: 'POST', headers, body })
    return { status: answer.status, body: await answer.text() }
  } catch {
    return { status: 0, body: '' }
  }
}

class State {
  readonly asked: string[] = []
  readonly failures: Failure[] = []
  readonly payments: SandboxPayments
  readonly #parts: SandboxParts
  readonly #merchant: KeyObject
  readonly #platform: KeyObject
  readonly #deliver: Deliver

  constructor(parts: SandboxParts) {
    this.#parts = parts
    this.payments = new SandboxPayments(() => parts.clock.now(), parts.kept)
    this.#merchant = createPublicKey(parts.account.merchantPublicKey)
    this.#platform = privateKeyOf(parts.account.platformKey)
    this.#deliver = parts.deliver ?? overHttp
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces).toString('utf8')
    const { method = 'GET', url: target = '/' } = request
    this.asked.push(`${method} ${target}`)
    const failure = this.failures.shift()
    if (failure === 'silence') return
    if (failure === 'http_502') return void response.writeHead(502).end('bad gateway')
    try {
      this.#requireSignature(request, method, target, body)
      if (failure !== undefined && /^[A-Z_]+$/.test(failure))
        throw new SandboxRefusal(failure === 'SYSTEM_ERROR' ? 500 : 429, failure, '请稍后再试')
      const answer = await this.#act(method, target, body === '' ? {} : JSON.parse(body))
      this.#send(response, answer === null ? 204 : 200, answer, failure)
    } catch (error) {
      if (!(error instanceof SandboxRefusal)) throw error
      const { status, code, message } = error
      this.#send(response, status, { code, message }, failure)
    }
  }

  #send(
    response: ServerResponse,
    status: number,
    answer: object | null,
    failure: Failure | undefined,
  ): void {
    const body = failure === 'not_json' ? '<html>' : answer === null ? '' : JSON.stringify(answer)
    const signed = this.#signed(body)
    if (failure === 'wrong_key') signed['wechatpay-signature'] = randomBytes(256).toString('base64')
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(failure === 'unsigned' ? {} : signed),
    })
    response.end(body)
  }

  #signed(body: string, secondsOff = 0): Record<string, string> {
    const now = Math.floor(this.#parts.clock.now().getTime() / 1000) + secondsOff
    const [timestamp, nonce] = [String(now), randomBytes(16).toString('hex')]
    return {
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-serial': this.#parts.account.platformSerial,
      'wechatpay-signature': signText(answerText({ timestamp, nonce, body }), this.#platform),
      'wechatpay-signature-type': SCHEME,
    }
  }

  #requireSignature(request: IncomingMessage, method: string, target: string, body: string): void {
    const { merchantId, merchantSerial } = this.#parts.account
    const header = request.headers.authorization ?? ''
    const said = new Map(
      [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    )
    const [timestamp, nonce] = [said.get('timestamp') ?? '', said.get('nonce_str') ?? '']
    const text = requestText({ method, target, timestamp, nonce, body })
    const skew = Math.abs(this.#parts.clock.now().getTime() / 1000 - Number(timestamp))
    const isRight =
      header.startsWith(`${SCHEME} `) &&
      said.get('mchid') === merchantId &&
      said.get('serial_no') === merchantSerial &&
      skew <= 300 &&
      isSigned(text, said.get('signature') ?? '', this.#merchant)
    if (!isRight) throw new SandboxRefusal(401, 'SIGN_ERROR', '签名错误')
  }

  async #act(method: string, target: string, body: Asked): Promise<object | null> {
    const { pathname } = new URL(target, 'http://sandbox')
    const trade = /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)(\/close)?$/.exec(pathname)
    const refund = /^\/v3\/refund\/domestic\/refunds\/([^/]+)$/.exec(pathname)
    if (method === 'POST' && pathname === '/v3/pay/transactions/h5') return this.#open(body)
    if (method === 'GET' && trade?.[1] !== undefined && trade[2] === undefined)
      return this.#tell(this.payments.find(trade[1]))
    if (method === 'POST' && trade?.[1] !== undefined && trade[2] !== undefined) {
      this.payments.close(trade[1])
      this.#changed()
      return null
    }
    if (method === 'POST' && pathname === '/v3/refund/domestic/refunds') return this.#refund(body)
    if (method === 'GET' && refund?.[1] !== undefined)
      return tellRefund(this.payments.findRefund(refund[1]))
    throw new SandboxRefusal(404, 'NOT_FOUND', '没有这个接口')
  }

  #open(body: Asked): object {
    const { merchantId, appId } = this.#parts.account
    if (body.mchid !== merchantId || body.appid !== appId)
      throw new SandboxRefusal(400, 'APPID_MCHID_NOT_MATCH', 'appid 和 mchid 不匹配')
    const { prepayId } = this.payments.open({
      number: body.out_trade_no ?? '',
      description: body.description ?? '',
      totalFen: body.amount?.total ?? 0,
      expiresAt: new Date(body.time_expire ?? '').toISOString(),
      notifyUrl: body.notify_url ?? '',
    })
    this.#changed()
    return { h5_url: `${this.#parts.pageUrl()}?prepay_id=${prepayId}` }
  }

  #refund(body: Asked): object {
    const made = this.payments.refund({
      number: body.out_refund_no ?? '',
      paymentNumber: body.out_trade_no ?? '',
      amountFen: body.amount?.refund ?? 0,
      totalFen: body.amount?.total ?? 0,
      notifyUrl: body.notify_url ?? '',
    })
    this.#changed()
    if (this.#parts.refundsAtOnce === true && made.state === 'PROCESSING')
      setTimeout(() => void this.notifyRefund(made.number, 'SUCCESS'), 500)
    return tellRefund(made)
  }

  #tell(payment: SandboxPayment) {
    const { merchantId, appId } = this.#parts.account
    return {
      appid: appId,
      mchid: merchantId,
      out_trade_no: payment.number,
      trade_state: payment.state,
      trade_state_desc: '',
      trade_type: 'MWEB',
      ...(payment.transactionId === null
        ? {}
        : {
            transaction_id: payment.transactionId,
            amount: { total: payment.totalFen, currency: 'CNY' },
          }),
    }
  }

  async pay(number: string): Promise<Notified> {
    this.payments.pay(number)
    this.#changed()
    return this.notifyPayment(number)
  }

  async notifyPayment(number: string, change: NotificationChange = {}): Promise<Notified> {
    const payment = this.payments.find(number)
    const told = this.#tell(payment)
    return this.#notify(payment.notifyUrl, 'TRANSACTION.SUCCESS', 'transaction', change, {
      ...told,
      out_trade_no: change.number ?? told.out_trade_no,
      mchid: change.merchantId ?? told.mchid,
      ...(change.totalFen === undefined
        ? {}
        : { amount: { total: change.totalFen, currency: 'CNY' } }),
    })
  }

  async notifyRefund(number: string, state: 'SUCCESS' | 'ABNORMAL' = 'SUCCESS'): Promise<Notified> {
    const refund = this.payments.endRefund(number, state)
    this.#changed()
    const { notifyUrl, paymentNumber, refundId, amountFen } = refund
    return this.#notify(
      notifyUrl,
      `REFUND.${state}`,
      'refund',
      {},
      {
        mchid: this.#parts.account.merchantId,
        out_trade_no: paymentNumber,
        transaction_id: this.payments.find(paymentNumber).transactionId,
        out_refund_no: number,
        refund_id: refundId,
        refund_status: refund.state,
        amount: { total: this.payments.find(paymentNumber).totalFen, refund: amountFen },
      },
    )
  }

  async #notify(
    url: string,
    event: string,
    original: string,
    change: NotificationChange,
    told: object,
  ): Promise<Notified> {
    const key = Buffer.from(change.sealKey ?? this.#parts.account.apiV3Key, 'utf8')
    const nonce = randomBytes(6).toString('hex')
    const body = JSON.stringify({
      id: `EV-${randomBytes(8).toString('hex')}`,
      create_time: this.#parts.clock.now().toISOString(),
      resource_type: 'encrypt-resource',
      event_type: event,
      summary: '',
      resource: sealResource(told, key, { nonce, original }),
    })
    const signed = this.#signed(body, change.secondsOff)
    if (change.serial !== undefined) signed['wechatpay-serial'] = change.serial
    if (change.signature !== undefined) signed['wechatpay-signature'] = change.signature
    return this.#deliver(url, { 'content-type': 'application/json', ...signed }, body)
  }

  async page(method: string, target: string): Promise<{ status: number; html: string } | null> {
    const { searchParams } = new URL(target, 'http://sandbox')
    const payment = this.payments.findByPrepayId(searchParams.get('prepay_id') ?? '')
    if (payment === null) return null
    const told = method === 'POST' ? await this.#payOnPage(payment) : null
    const back = searchParams.get('redirect_url')
    return { status: 200, html: payPage(payment, { told, back, now: this.#parts.clock.now() }) }
  }

  async #payOnPage(payment: SandboxPayment): Promise<Notified | null> {
    try {
      return await this.pay(payment.number)
    } catch (error) {
      if (error instanceof SandboxRefusal) return null
      throw error
    }
  }

  #changed(): void {
    this.#parts.onChange?.(this.payments.toJson())
  }
}

/** Of what is asked, what is looked at. */
interface Asked {
  readonly mchid?: string
  readonly appid?: string
  readonly out_trade_no?: string
  readonly out_refund_no?: string
  readonly description?: string
  readonly time_expire?: string
  readonly notify_url?: string
  readonly amount?: { readonly total?: number; readonly refund?: number }
}

function tellRefund(refund: SandboxRefund) {
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.number,
    out_trade_no: refund.paymentNumber,
    status: refund.state,
    amount: { refund: refund.amountFen },
  }
}
