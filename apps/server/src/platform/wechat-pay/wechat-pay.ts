import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Randomness } from '../identity.ts'
import {
  PaymentProblem,
  type FoundPayment,
  type FoundRefund,
  type PaymentNotification,
  type PaymentProvider,
  type PaymentToOpen,
  type PaymentTrouble,
  type RawNotification,
  type RefundToAsk,
} from '../payment-provider.ts'
import * as shapes from './read-shapes.ts'
import { answerText, isSigned, openResource, requestText, SCHEME, signText } from './seal.ts'

export interface WechatPaySettings {
  /** The merchant number, and the application that it is bound to. */
  readonly merchantId: string
  readonly appId: string
  /** The merchant's own certificate: its serial number and private key (PEM). */
  readonly merchantSerial: string
  readonly merchantKey: string
  /**
   * WeChat Pay's public keys and platform certificates (PEM), by the id or serial they go by. While an
   * account moves from certificate to public key, notifications come signed by either; answers are
   * asked to be signed by the first.
   */
  readonly platformKeys: ReadonlyMap<string, string>
  /** 32 characters, set by the merchant. */
  readonly apiV3Key: string
  readonly apiUrl: string
}

export const WECHAT_PAY_API = 'https://api.mch.weixin.qq.com'
export const SKEW_SECONDS = 300

const PATIENCE_MILLISECONDS = 8_000
const MOST_BYTES = 256 * 1024

/** What WeChat Pay's codes mean for us; a code that is not here is a no that stays. */
const troubles: Readonly<Record<string, PaymentTrouble>> = {
  SYSTEM_ERROR: 'away',
  BANK_ERROR: 'away',
  RATELIMIT_EXCEEDED: 'too_often',
  FREQUENCY_LIMITED: 'too_often',
  SIGN_ERROR: 'misconfigured',
  MCH_NOT_EXISTS: 'misconfigured',
  APPID_MCHID_NOT_MATCH: 'misconfigured',
  NO_AUTH: 'misconfigured',
}
const NOWHERE = new Set(['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS'])

type Fetch = (url: URL, init: RequestInit) => Promise<Response>
type Options = { readonly patienceMilliseconds?: number; readonly fetch?: Fetch }

/**
 * Speaks WeChat Pay APIv3: a page in the telephone's browser (H5,
 * https://pay.weixin.qq.com/doc/v3/merchant/4012791834), what became of it (…/4013070356), its end
 * (…/4013070360), and refunds (/v3/refund/domestic/refunds).
 */
export function createWechatPay(
  settings: WechatPaySettings,
  { clock, randomness }: { readonly clock: Clock; readonly randomness: Randomness },
  options: Options = {},
): PaymentProvider {
  const caller = new Caller(settings, clock, randomness, options)
  const { merchantId, appId } = settings
  return {
    name: 'wechat',
    async open(payment) {
      const body = openBody(settings, payment)
      const answer = await caller.ask('a payment', 'POST', '/v3/pay/transactions/h5', body)
      return { payUrl: readAs(shapes.opened, answer, 'a payment').h5_url }
    },
    async find(paymentNumber) {
      const path = `/v3/pay/transactions/out-trade-no/${paymentNumber}?mchid=${merchantId}`
      const answer = await orUnknown(caller.ask('what was paid', 'GET', path))
      if (answer === null) return { state: 'unknown', paid: null }
      return foundPayment(readAs(shapes.transaction, answer, 'what was paid'), {
        merchantId,
        appId,
        paymentNumber,
      })
    },
    async close(paymentNumber) {
      const path = `/v3/pay/transactions/out-trade-no/${paymentNumber}/close`
      await orUnknown(caller.ask('an end', 'POST', path, { mchid: merchantId }))
    },
    async refund(asked) {
      const answer = await caller.ask(
        'a refund',
        'POST',
        '/v3/refund/domestic/refunds',
        refundBody(asked),
      )
      return foundRefund(readAs(shapes.refund, answer, 'a refund').status)
    },
    async findRefund(refundNumber) {
      const path = `/v3/refund/domestic/refunds/${refundNumber}`
      const answer = await orUnknown(caller.ask('what was given back', 'GET', path))
      if (answer === null) return { state: 'unknown' }
      return foundRefund(readAs(shapes.refund, answer, 'what was given back').status)
    },
    readNotification: (raw) => caller.readNotification(raw),
  }
}

function openBody({ merchantId, appId }: WechatPaySettings, payment: PaymentToOpen) {
  return {
    appid: appId,
    mchid: merchantId,
    description: payment.description,
    out_trade_no: payment.paymentNumber,
    time_expire: inSeconds(payment.expiresAt),
    notify_url: payment.notifyUrl,
    amount: { total: payment.amountFen, currency: 'CNY' },
    scene_info: { payer_client_ip: payment.payerAddress, h5_info: { type: 'Wap' } },
  }
}

function refundBody(asked: RefundToAsk) {
  return {
    out_trade_no: asked.paymentNumber,
    out_refund_no: asked.refundNumber,
    reason: asked.because,
    notify_url: asked.notifyUrl,
    amount: { refund: asked.amountFen, total: asked.totalFen, currency: 'CNY' },
  }
}

/** RFC 3339 to the second, as WeChat Pay wants it; an instant is said in whole seconds. */
function inSeconds(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}

/** Somebody else's payment is no answer to what was asked. @throws PaymentProblem 'unreadable' */
function foundPayment(
  told: z.output<typeof shapes.transaction>,
  asked: { readonly merchantId: string; readonly appId: string; readonly paymentNumber: string },
): FoundPayment {
  const isOurs =
    told.mchid === asked.merchantId &&
    told.appid === asked.appId &&
    told.out_trade_no === asked.paymentNumber
  if (!isOurs) throw new PaymentProblem('unreadable', 'what was paid')
  switch (told.trade_state) {
    // What was paid and has gone back since was paid.
    case 'SUCCESS':
    case 'REFUND': {
      if (told.transaction_id === undefined || told.amount === undefined)
        throw new PaymentProblem('unreadable', 'what was paid')
      const paid = { amountFen: told.amount.total, transactionId: told.transaction_id }
      return { state: 'paid', paid }
    }
    case 'NOTPAY':
    case 'USERPAYING':
    case 'ACCEPT':
      return { state: 'pending', paid: null }
    case 'CLOSED':
    case 'REVOKED':
      return { state: 'closed', paid: null }
    case 'PAYERROR':
      return { state: 'failed', paid: null }
  }
}

function foundRefund(status: z.output<typeof shapes.refund>['status']): FoundRefund {
  if (status === 'SUCCESS') return { state: 'done' }
  return { state: status === 'PROCESSING' ? 'pending' : 'failed' }
}

/** Null where the provider never heard of it. */
async function orUnknown(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof PaymentProblem && NOWHERE.has(error.code ?? '')) return null
    throw error
  }
}

function readAs<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  asked: string,
): z.output<Shape> {
  const read = shape.safeParse(value)
  if (!read.success) throw new PaymentProblem('unreadable', asked)
  return read.data
}

class Caller {
  readonly #own: KeyObject
  readonly #platform: ReadonlyMap<string, KeyObject>
  readonly #sealKey: Buffer
  readonly #settings: WechatPaySettings
  readonly #clock: Clock
  readonly #randomness: Randomness
  readonly #options: Options

  constructor(settings: WechatPaySettings, clock: Clock, randomness: Randomness, options: Options) {
    this.#own = createPrivateKey(settings.merchantKey)
    this.#platform = new Map(
      [...settings.platformKeys].map(([serial, pem]) => [serial, createPublicKey(pem)]),
    )
    this.#sealKey = Buffer.from(settings.apiV3Key, 'utf8')
    this.#settings = settings
    this.#clock = clock
    this.#randomness = randomness
    this.#options = options
  }

  /** @throws PaymentProblem; an answer that WeChat Pay did not sign is 'forged' */
  async ask(asked: string, method: 'GET' | 'POST', target: string, body?: object) {
    const text = body === undefined ? '' : JSON.stringify(body)
    const sent = await this.#send(asked, method, target, text)
    const { status, content, headers } = sent
    if (status >= 200 && status < 300) {
      this.#requireSigned(asked, headers, content)
      return content === '' ? {} : jsonOf(content, asked)
    }
    const told = shapes.problem.safeParse(readJson(content))
    const code = told.success ? told.data.code : `HTTP ${status}`
    throw new PaymentProblem(
      troubles[code] ?? (status >= 500 ? 'away' : status === 401 ? 'misconfigured' : 'refused'),
      asked,
      code,
    )
  }

  async #send(asked: string, method: string, target: string, body: string) {
    const { apiUrl } = this.#settings
    const [platformSerial = ''] = this.#platform.keys()
    const timestamp = String(Math.floor(this.#clock.now().getTime() / 1000))
    const nonce = this.#randomness.bytes(16).toString('hex')
    const signature = signText(requestText({ method, target, timestamp, nonce, body }), this.#own)
    const init: RequestInit = {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(this.#options.patienceMilliseconds ?? PATIENCE_MILLISECONDS),
      headers: {
        accept: 'application/json',
        authorization: this.#authorization({ nonce, signature, timestamp }),
        'user-agent': 'azalea',
        'wechatpay-serial': platformSerial,
        ...(body === '' ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === '' ? {} : { body }),
    }
    try {
      const address = new URL(apiUrl.replace(/\/$/, '') + target)
      const answer = await (this.#options.fetch ?? fetch)(address, init)
      return { status: answer.status, headers: answer.headers, content: await readLimited(answer) }
    } catch (error) {
      // What the library throws may name what was sent.
      throw error instanceof PaymentProblem ? error : new PaymentProblem('away', asked)
    }
  }

  #authorization(signed: { nonce: string; signature: string; timestamp: string }): string {
    const { merchantId, merchantSerial } = this.#settings
    const fields = {
      mchid: merchantId,
      nonce_str: signed.nonce,
      signature: signed.signature,
      timestamp: signed.timestamp,
      serial_no: merchantSerial,
    }
    const said = Object.entries(fields).map(([name, value]) => `${name}="${value}"`)
    return `${SCHEME} ${said.join(',')}`
  }

  #requireSigned(asked: string, headers: Headers, body: string): void {
    const header = (name: string) => headers.get(name) ?? ''
    const signed = {
      serial: header('wechatpay-serial'),
      signature: header('wechatpay-signature'),
      timestamp: header('wechatpay-timestamp'),
      nonce: header('wechatpay-nonce'),
    }
    this.#verify(asked, signed, body)
  }

  #verify(
    asked: string,
    signed: { serial: string; signature: string; timestamp: string; nonce: string },
    body: string,
  ): void {
    const { serial, signature, timestamp, nonce } = signed
    const key = this.#platform.get(serial)
    if (key === undefined || !/^\d{1,12}$/.test(timestamp))
      throw new PaymentProblem('forged', asked)
    if (!isSigned(answerText({ timestamp, nonce, body }), signature, key))
      throw new PaymentProblem('forged', asked)
    const skew = Math.abs(this.#clock.now().getTime() / 1000 - Number(timestamp))
    if (skew > SKEW_SECONDS) throw new PaymentProblem('stale', asked)
  }

  readNotification({ headers, body }: RawNotification): PaymentNotification {
    const asked = 'a notification'
    const header = (name: string) => {
      const value = headers[name]
      return typeof value === 'string' ? value : ''
    }
    const text = body.toString('utf8')
    const signed = {
      serial: header('wechatpay-serial'),
      signature: header('wechatpay-signature'),
      timestamp: header('wechatpay-timestamp'),
      nonce: header('wechatpay-nonce'),
    }
    this.#verify(asked, signed, text)
    const { resource } = readAs(shapes.notification, readJson(text), asked)
    const told = this.#open(resource, asked)
    const { merchantId, appId } = this.#settings
    if (resource.original_type === 'refund') {
      const refund = readAs(shapes.toldRefund, told, asked)
      if (refund.mchid !== merchantId) throw new PaymentProblem('unreadable', asked)
      const found = foundRefund(refund.refund_status)
      return { about: 'refund', refundNumber: refund.out_refund_no, found }
    }
    const transaction = readAs(shapes.transaction, told, asked)
    const paymentNumber = transaction.out_trade_no
    const found = foundPayment(transaction, { merchantId, appId, paymentNumber })
    return { about: 'payment', paymentNumber, found }
  }

  #open(resource: z.output<typeof shapes.notification>['resource'], asked: string): unknown {
    try {
      return openResource(resource, this.#sealKey)
    } catch {
      throw new PaymentProblem('unreadable', asked)
    }
  }
}

async function readLimited(answer: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of answer.body ?? []) {
    length += piece.length
    if (length > MOST_BYTES) throw new PaymentProblem('unreadable', 'an answer')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function jsonOf(content: string, asked: string): unknown {
  const json = readJson(content)
  if (json === null) throw new PaymentProblem('unreadable', asked)
  return json
}

function readJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}
