import type { Answer, Item } from '@azalea/client'
import type { Role } from '../../app/session.tsx'
import type { StateTone } from '../../ui/state-badge.tsx'

export type Budget = Item<'/api/budgets'>
export type YearEnd = Item<'/api/year-ends'>
export type PaymentRun = Item<'/api/payment-runs'>
export type RunView = Answer<'/api/payment-runs/{id}'>
export type RunLine = RunView['lines'][number]
export type PaymentState = RunLine['state']

/** Who enters budgets, proposes and pays. */
export const payers: readonly Role[] = ['committee']
/** Who reads budgets, payments and year-end share-outs on the Workbench. */
export const moneyReaders: readonly Role[] = ['committee', 'supervisor']

export const paymentTones: Record<PaymentState, StateTone> = {
  pending: 'waiting',
  paid: 'done',
  failed: 'wrong',
}
export const yearEndTones: Record<YearEnd['state'], StateTone> = {
  proposed: 'waiting',
  confirmed: 'done',
  dropped: 'past',
}

const FEN_PER_YUAN = 100

/** What was typed in yuan, in fen; null where it has more than two decimals, or is nothing. */
export function fenOf(yuan: number | null): number | null {
  if (yuan === null || yuan <= 0) return null
  const fen = Math.round(yuan * FEN_PER_YUAN)
  return Math.abs(fen - yuan * FEN_PER_YUAN) < 1e-6 && Number.isSafeInteger(fen) ? fen : null
}
