/**
 * Where a balance stands: in the account's one row; in parts, of which any can serve, so that nobody
 * waits for anybody; or nowhere, with no row at all: it is the sum of its entries.
 */
export type Kept = 'row' | 'parts' | 'none'

/** How far an account may go below zero: freely; only to take back what was not due; or never. */
export type Overdraft = 'free' | 'owed' | 'never'

export interface AccountKind {
  readonly kept: Kept
  readonly overdraft: Overdraft
}

/**
 * Every unit and its kinds of account, as in the table `ledger_account_kind`. Amounts count the
 * unit's smallest part: hundredths of a point for honour and wallet, fen for money. The issuer of fen
 * is what lies outside the village's ledger: its bank and its cash box.
 */
export const accountKinds = {
  fen: {
    company: { kept: 'parts', overdraft: 'never' },
    customer: { kept: 'row', overdraft: 'never' },
    fund: { kept: 'parts', overdraft: 'never' },
    grower: { kept: 'row', overdraft: 'owed' },
    hold: { kept: 'row', overdraft: 'never' },
    household: { kept: 'row', overdraft: 'never' },
    issuer: { kept: 'none', overdraft: 'free' },
    merchant: { kept: 'parts', overdraft: 'never' },
  },
  honour: {
    household: { kept: 'row', overdraft: 'free' },
    issuer: { kept: 'none', overdraft: 'free' },
  },
  wallet: {
    fund: { kept: 'parts', overdraft: 'never' },
    hold: { kept: 'row', overdraft: 'never' },
    household: { kept: 'row', overdraft: 'owed' },
    issuer: { kept: 'none', overdraft: 'free' },
    seller: { kept: 'parts', overdraft: 'never' },
  },
} as const satisfies Record<string, Record<string, AccountKind>>

export type Unit = keyof typeof accountKinds
/** What awards give; money is never shown among points. */
export type PointsUnit = Exclude<Unit, 'fen'>

/** An account of one unit. Its owner's identifier is opaque here. */
export type Account = {
  [U in Unit]: {
    readonly unit: U
    readonly ownerKind: keyof (typeof accountKinds)[U] & string
    readonly ownerId: string
  }
}[Unit]

/** The account from which a village gives, and to which what is used up returns. */
export const issuerOf = <U extends Unit>(unit: U) =>
  ({ unit, ownerKind: 'issuer', ownerId: 'village' }) as const

export const householdOf = <U extends Unit>(unit: U, householdId: string) =>
  ({ unit, ownerKind: 'household', ownerId: householdId }) as const

export const holdOf = (holdId: string) =>
  ({ unit: 'wallet', ownerKind: 'hold', ownerId: holdId }) as const

export const sellerOf = (sellerId: string) =>
  ({ unit: 'wallet', ownerKind: 'seller', ownerId: sellerId }) as const

export const fundOf = (fundId: string) =>
  ({ unit: 'wallet', ownerKind: 'fund', ownerId: fundId }) as const

export function kindOf({ unit, ownerKind }: Account): AccountKind {
  const kinds: Readonly<Record<string, AccountKind>> = accountKinds[unit]
  const kind = kinds[ownerKind]
  if (kind === undefined) throw new Error(`no account of ${unit} is a ${ownerKind}'s`)
  return kind
}

/** As many rivals as an account in parts serves at once. */
export const PARTS = 64

/** The row of an account, or of one of its parts. */
export function rowIdOf({ unit, ownerKind, ownerId }: Account, part: number | null): string {
  const accountId = `${unit}/${ownerKind}/${ownerId}`
  return part === null ? accountId : `${accountId}/${part}`
}

/** The account of a row's identifier: of a registered kind, or it is a fault. */
export function accountOfRow(accountId: string): Account {
  const [unit, ownerKind, ownerId] = accountId.split('/')
  const account = { unit, ownerKind, ownerId } as Account
  if (unit === undefined || !(unit in accountKinds)) throw new Error(`no unit: ${accountId}`)
  kindOf(account)
  return account
}
