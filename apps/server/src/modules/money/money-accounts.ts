import type { Account } from '../ledger/index.ts'

/** Whom the village's money goes to, inside its ledger. */
export type PayeeKind = 'company' | 'merchant' | 'grower' | 'customer' | 'household'

export interface Payee {
  readonly kind: PayeeKind
  /** Opaque here; the village's one company is 'village'. */
  readonly id: string
}

/** The village's own company: its shop, its stock. */
export const villageCompany: Payee = { kind: 'company', id: 'village' }

export const accountOf = ({ kind, id }: Payee): Account => ({
  unit: 'fen',
  ownerKind: kind,
  ownerId: id,
})

/** What lies outside the village's ledger. */
export const outside = (place: 'bank' | 'cash'): Account => ({
  unit: 'fen',
  ownerKind: 'issuer',
  ownerId: place,
})

export const budgetAccount = (budgetId: string): Account => ({
  unit: 'fen',
  ownerKind: 'fund',
  ownerId: budgetId,
})

/** Money set aside: of a budget, or on its way to somebody. */
export const heldFen = (holdId: string): Account => ({
  unit: 'fen',
  ownerKind: 'hold',
  ownerId: holdId,
})

/** Payees whose account stands in parts: opened once, before anybody is paid. */
export const isInParts = ({ kind }: Payee): boolean => kind === 'company' || kind === 'merchant'
