/** A payment as WeChat Pay keeps it, with what came back of it. */
export interface SandboxPayment {
  readonly number: string
  readonly description: string
  readonly totalFen: number
  readonly expiresAt: string
  readonly notifyUrl: string
  readonly prepayId: string
  state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED' | 'PAYERROR'
  transactionId: string | null
}

export interface SandboxRefund {
  readonly number: string
  readonly paymentNumber: string
  readonly amountFen: number
  readonly notifyUrl: string
  readonly refundId: string
  state: 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL'
}

/** A "no" of the API: its status, and the code and words of its body. */
export class SandboxRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export interface KeptPayments {
  readonly payments: readonly SandboxPayment[]
  readonly refunds: readonly SandboxRefund[]
}

const NUMBER = /^[0-9A-Za-z_\-|*]{6,32}$/

/** The book of WeChat Pay's side: what may become of a payment, and what is refused with which code. */
export class SandboxPayments {
  readonly #payments = new Map<string, SandboxPayment>()
  readonly #refunds = new Map<string, SandboxRefund>()
  readonly #now: () => Date
  #made = 0

  constructor(now: () => Date, kept: KeptPayments | null = null) {
    this.#now = now
    for (const payment of kept?.payments ?? []) this.#payments.set(payment.number, payment)
    for (const refund of kept?.refunds ?? []) this.#refunds.set(refund.number, refund)
    this.#made = this.#payments.size + this.#refunds.size
  }

  toJson(): KeptPayments {
    return { payments: [...this.#payments.values()], refunds: [...this.#refunds.values()] }
  }

  /** The same number with the same terms is the same payment, as long as nobody has paid or ended it. */
  open(asked: Omit<SandboxPayment, 'prepayId' | 'state' | 'transactionId'>): SandboxPayment {
    if (!NUMBER.test(asked.number))
      throw new SandboxRefusal(400, 'PARAM_ERROR', '商户订单号格式不对')
    if (!Number.isSafeInteger(asked.totalFen) || asked.totalFen < 1)
      throw new SandboxRefusal(400, 'PARAM_ERROR', '订单金额不对')
    const known = this.#payments.get(asked.number)
    if (known !== undefined) {
      if (known.state === 'SUCCESS' || known.state === 'REFUND')
        throw new SandboxRefusal(400, 'ORDER_PAID', '订单已支付')
      if (known.state === 'CLOSED') throw new SandboxRefusal(400, 'ORDER_CLOSED', '订单已关闭')
      if (known.totalFen !== asked.totalFen || known.description !== asked.description)
        throw new SandboxRefusal(400, 'OUT_TRADE_NO_USED', '商户订单号重复')
      return known
    }
    const prepayId = `wx${this.#number()}`
    const payment: SandboxPayment = { ...asked, prepayId, state: 'NOTPAY', transactionId: null }
    this.#payments.set(asked.number, payment)
    return payment
  }

  find(number: string): SandboxPayment {
    const payment = this.#payments.get(number)
    if (payment === undefined) throw new SandboxRefusal(404, 'ORDER_NOT_EXIST', '订单不存在')
    return payment
  }

  findByPrepayId(prepayId: string): SandboxPayment | null {
    return [...this.#payments.values()].find((one) => one.prepayId === prepayId) ?? null
  }

  close(number: string): void {
    const payment = this.find(number)
    if (payment.state === 'SUCCESS' || payment.state === 'REFUND')
      throw new SandboxRefusal(400, 'ORDER_PAID', '订单已支付')
    payment.state = 'CLOSED'
  }

  /** The customer pays, on the page. */
  pay(number: string): SandboxPayment {
    const payment = this.find(number)
    if (payment.state === 'SUCCESS' || payment.state === 'REFUND') return payment
    if (payment.state === 'CLOSED' || new Date(payment.expiresAt) < this.#now())
      throw new SandboxRefusal(400, 'ORDER_CLOSED', '订单已关闭')
    payment.state = 'SUCCESS'
    payment.transactionId = `42${this.#number()}`
    return payment
  }

  refund(asked: Omit<SandboxRefund, 'refundId' | 'state'> & { totalFen: number }): SandboxRefund {
    const { totalFen, ...refund } = asked
    const known = this.#refunds.get(refund.number)
    if (known !== undefined) {
      if (known.amountFen !== refund.amountFen || known.paymentNumber !== refund.paymentNumber)
        throw new SandboxRefusal(400, 'INVALID_REQUEST', '订单金额或退款金额与之前请求不一致')
      return known
    }
    const payment = this.#payments.get(refund.paymentNumber)
    if (payment === undefined) throw new SandboxRefusal(404, 'RESOURCE_NOT_EXISTS', '订单号不存在')
    if (payment.transactionId === null)
      throw new SandboxRefusal(403, 'USER_ACCOUNT_ABNORMAL', '订单未支付')
    const before = [...this.#refunds.values()]
      .filter((one) => one.paymentNumber === refund.paymentNumber && one.state !== 'CLOSED')
      .reduce((sum, { amountFen }) => sum + amountFen, 0)
    if (totalFen !== payment.totalFen || before + refund.amountFen > payment.totalFen)
      throw new SandboxRefusal(403, 'NOT_ENOUGH', '退款金额大于可退金额')
    payment.state = 'REFUND'
    const made: SandboxRefund = { ...refund, refundId: `50${this.#number()}`, state: 'PROCESSING' }
    this.#refunds.set(refund.number, made)
    return made
  }

  findRefund(number: string): SandboxRefund {
    const refund = this.#refunds.get(number)
    if (refund === undefined) throw new SandboxRefusal(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
    return refund
  }

  /** The customer's bank has it back, or takes nothing. */
  endRefund(number: string, state: 'SUCCESS' | 'ABNORMAL'): SandboxRefund {
    const refund = this.findRefund(number)
    if (refund.state === 'PROCESSING') refund.state = state
    return refund
  }

  #number(): string {
    this.#made += 1
    return `${this.#now().getTime()}${String(this.#made).padStart(6, '0')}`
  }
}
