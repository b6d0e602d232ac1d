import type {
  HeldTurn,
  PassingOn,
  PublishedOffer,
  Queue,
  QueueAccount,
} from '@azalea/scoring/order'

/** A turn as it was followed so far. */
export interface KnownTurn extends HeldTurn {
  /** Something came to it, whatever became of that. */
  wasCalled: boolean
  /** The objection that waits; null: none. */
  disputed: string | null
}

/** An offer as it was followed so far. */
export interface KnownOffer {
  readonly offer: PublishedOffer
  state: 'published' | 'announced' | 'drawn' | 'settled' | 'kept_settled' | 'cancelled'
  /** Those whose claim stands. */
  readonly claimants: Set<string>
  announcedIndex: number
  /** Null while it is not announced, or could not be read, and once it is settled. */
  queue: Queue | null
  accounts: readonly QueueAccount[]
  /** By claimant, in the order of places. */
  readonly turns: Map<string, KnownTurn>
  /** Made when the first turn ends. */
  passingOn: PassingOn<KnownTurn> | null
  leftQuantity: number
  floorQuantity: number
}
