import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { PaymentProvider } from '../../../platform/payment-provider.ts'
import type { Act, VillageSecrets } from '../../record/index.ts'
import type { SignInParts } from '../../community/index.ts'

export interface MarketCommands {
  readonly act: Act
  readonly secrets: VillageSecrets
}

export interface MarketReaders {
  readonly database: Database
  readonly clock: Clock
}

/** What reads telephones, and notes that it did. */
export interface MarketLookers extends MarketReaders {
  readonly newId: () => string
}

/** What asks the provider, outside of any transaction, and tells what came of it. */
export interface PaymentParts extends MarketCommands, MarketReaders {
  /** Null where nobody takes money over the network: then nothing is sold online. */
  readonly payments: PaymentProvider | null
  readonly publicUrl: string
  readonly newId: () => string
}

export interface MarketParts extends PaymentParts, SignInParts {
  readonly villageIds: () => Promise<readonly string[]>
}
