/** What this device knows of a village's log: whom it trusts, and the last checkpoint that held. */
export interface SeenBook {
  /** tlog-policy, as it was first served or later accepted by the reader. */
  policy: string
  /** The signed note; null when the policy was accepted for a log that was not seen yet. */
  checkpoint: string | null
  /** When it was seen, ISO, by this device's clock. */
  seenAt: string
}

const keyOf = (villageId: string) => `azalea.book.${villageId}`

/** Null when the device has not seen this log, or keeps nothing. */
export function recallBook(villageId: string): SeenBook | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(villageId)) ?? 'null')
    return isSeenBook(kept) ? kept : null
  } catch {
    return null
  }
}

/** Whether it could be kept: private windows may refuse. Outlasts signing out: it is nobody's data. */
export function rememberBook(villageId: string, book: SeenBook): boolean {
  try {
    localStorage.setItem(keyOf(villageId), JSON.stringify(book))
    return true
  } catch {
    return false
  }
}

function isSeenBook(value: unknown): value is SeenBook {
  const { policy, checkpoint, seenAt } = (value ?? {}) as Partial<Record<keyof SeenBook, unknown>>
  return (
    typeof policy === 'string' &&
    (typeof checkpoint === 'string' || checkpoint === null) &&
    typeof seenAt === 'string'
  )
}
