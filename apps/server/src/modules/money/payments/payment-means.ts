import { writePaymentFile } from './payment-file.ts'
import type { MeansName, PaymentStatement } from './payment-statement.ts'

/** A way on which payments leave the village's books. */
export interface PaymentMeans {
  /** How it ends: by the answer of a bank, or by signatures on the sheet. */
  readonly endsBy: 'answer' | 'signature'
  /** What is handed to whoever pays, the same bytes each time; null: the sheet alone. */
  readonly order: ((statement: PaymentStatement) => Buffer) | null
}

export const paymentMeans: Readonly<Record<MeansName, PaymentMeans>> = {
  bank: { endsBy: 'answer', order: writePaymentFile },
  cash: { endsBy: 'signature', order: null },
}
