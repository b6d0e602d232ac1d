/**
 * Who takes money over the network for the village. Every call names the payment or refund by a
 * number of ours, under which the provider acts once: asking again with the same number is safe, and
 * nothing is asked anew under another number until `find` has said what became of the first.
 */
export interface PaymentProvider {
  readonly name: string
  /**
   * Opens a payment, or gives the page of the one that is open under this number.
   * @throws PaymentProblem
   */
  open(payment: PaymentToOpen): Promise<{ readonly payUrl: string }>
  /** What became of a payment; `unknown` where the provider never heard of it. @throws PaymentProblem */
  find(paymentNumber: string): Promise<FoundPayment>
  /** Ends a payment that nobody has paid. @throws PaymentProblem */
  close(paymentNumber: string): Promise<void>
  /** Gives money back, once for each refund number. @throws PaymentProblem */
  refund(refund: RefundToAsk): Promise<FoundRefund>
  /** @throws PaymentProblem */
  findRefund(refundNumber: string): Promise<FoundRefund>
  /**
   * Reads what the provider tells by itself.
   * @throws PaymentProblem 'forged' when it is not signed by the provider, 'stale' when it is more
   *   than five minutes old or ahead, 'unreadable' when it cannot be opened
   */
  readNotification(notification: RawNotification): PaymentNotification
}

export interface PaymentToOpen {
  readonly paymentNumber: string
  readonly amountFen: number
  /** What the customer reads in the provider's list. */
  readonly description: string
  readonly expiresAt: Date
  readonly notifyUrl: string
  /** The address from which the customer pays. */
  readonly payerAddress: string
}

export interface RefundToAsk {
  readonly refundNumber: string
  readonly paymentNumber: string
  readonly amountFen: number
  readonly totalFen: number
  readonly because: string
  readonly notifyUrl: string
}

/** `pending`: not paid yet; `closed`: nobody can pay it any more; `failed`: the bank said no. */
export interface FoundPayment {
  readonly state: 'unknown' | 'pending' | 'paid' | 'closed' | 'failed'
  /** Set once it is paid. */
  readonly paid: { readonly amountFen: number; readonly transactionId: string } | null
}

/** `failed`: the customer's account takes nothing back; somebody must see to it. */
export interface FoundRefund {
  readonly state: 'unknown' | 'pending' | 'done' | 'failed'
}

export interface RawNotification {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** The very bytes that were signed. */
  readonly body: Buffer
}

export type PaymentNotification =
  | { readonly about: 'payment'; readonly paymentNumber: string; readonly found: FoundPayment }
  | { readonly about: 'refund'; readonly refundNumber: string; readonly found: FoundRefund }

/**
 * - `away`: no answer, a late one, or the provider is busy: what became of it is not known
 * - `too_often`: asked too often; nothing was done
 * - `refused`: the provider said no, for a reason that stays
 * - `misconfigured`: account, key or certificate are not what the provider has; for the operator
 * - `forged`, `stale`, `unreadable`: what came is not to be believed
 */
export type PaymentTrouble =
  | 'away'
  | 'too_often'
  | 'refused'
  | 'misconfigured'
  | 'forged'
  | 'stale'
  | 'unreadable'

/** Names what was asked and the provider's code; never a key, a body or a person. */
export class PaymentProblem extends Error {
  override readonly name = 'PaymentProblem'
  constructor(
    readonly trouble: PaymentTrouble,
    asked: string,
    readonly code: string | null = null,
  ) {
    super(`payments, asked for ${asked}: ${trouble}${code === null ? '' : ` (${code})`}`)
  }
}
