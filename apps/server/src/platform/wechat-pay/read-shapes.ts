import { z } from 'zod'

/** Of what WeChat Pay answers and tells, what is used; all else may change. */
const fen = z.int().min(0)

export const opened = z.object({ h5_url: z.string().min(1) })

export const transaction = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string(),
  transaction_id: z.string().optional(),
  trade_state: z.enum([
    'SUCCESS',
    'REFUND',
    'NOTPAY',
    'CLOSED',
    'REVOKED',
    'USERPAYING',
    'PAYERROR',
    'ACCEPT',
  ]),
  amount: z.object({ total: fen }).optional(),
})

export const refund = z.object({
  out_refund_no: z.string(),
  out_trade_no: z.string(),
  status: z.enum(['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL']),
})

export const toldRefund = z.object({
  mchid: z.string(),
  out_refund_no: z.string(),
  out_trade_no: z.string(),
  refund_status: z.enum(['SUCCESS', 'CLOSED', 'ABNORMAL']),
})

export const notification = z.object({
  id: z.string(),
  event_type: z.string(),
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    ciphertext: z.base64(),
    associated_data: z.string().default(''),
    nonce: z.string().min(1),
    original_type: z.string(),
  }),
})

export const problem = z.object({ code: z.string(), message: z.string().default('') })
