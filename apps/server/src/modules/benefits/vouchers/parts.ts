import type { Keyring } from '../../../platform/keyring.ts'
import type { Commands, Readers } from '../parts.ts'

/** What entering a merchant's people works with. */
export interface MerchantCommands extends Commands {
  readonly keyring: Keyring
}

export interface VoucherReaders extends Readers {
  readonly secrets: Commands['secrets']
}

export type VoucherParts = MerchantCommands & VoucherReaders
