import type { Answer, Item } from '@azalea/client'
import type { Role } from '../../app/session.tsx'

export type Vouchers = Answer<'/api/vouchers'>
export type Offered = Vouchers['kinds'][number]
export type Voucher = Vouchers['vouchers'][number]
export type Merchant = Item<'/api/merchants'>
export type VoucherKind = Item<'/api/voucher-kinds'>
export type Till = Answer<'/api/till'>
export type AtTill = Answer<'/api/till/vouchers/{code}'>
export type Settlement = Answer<'/api/voucher-settlements/{id}'>

/** Who enters merchants and proposes. */
export const voucherKeepers: readonly Role[] = ['committee']

export const voucherTones = { issued: 'waiting', spent: 'done', expired: 'past' } as const
export const kindTones = { proposed: 'waiting', offered: 'done', withdrawn: 'past' } as const

/** A code in groups of four, as it is read out. */
export const grouped = (code: string) => code.match(/.{1,4}/g)?.join(' ') ?? code

/** What was typed in yuan, in fen; null where it has more than two decimals, or is nothing. */
export function fenOf(yuan: number | null): number | null {
  if (yuan === null || yuan <= 0) return null
  const fen = Math.round(yuan * 100)
  return Math.abs(fen - yuan * 100) < 1e-6 ? fen : null
}
