/** What this device knows of a village's log: whom it trusts, and the last checkpoint that held. */
export interface SeenBook {
  /** tlog-policy, as it was first served or later accepted by the reader. */
  policy: string
  /** The signed note; null when the policy was accepted for a log that was not seen yet. */
  checkpoint: string | null
  /** The log before it, until the first entry of this one was held against it. */
  retired?: RetiredBook | null
  /** When it was seen, ISO, by this device's clock. */
  seenAt: string
}

/** What this device knew of a log that was retired: whom it trusted, and the last that it saw. */
export interface RetiredBook {
  policy: string
  /** The signed note. */
  checkpoint: string
}

/** What to keep when the reader accepts another log: of that one nothing is known yet. */
export function acceptedLog(kept: SeenBook | null, policy: string, seenAt: string): SeenBook {
  const retired =
    kept === null || kept.checkpoint === null
      ? (kept?.retired ?? null)
      : { policy: kept.policy, checkpoint: kept.checkpoint }
  return { policy, checkpoint: null, retired, seenAt }
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
  const { policy, checkpoint, seenAt, retired } = (value ?? {}) as Fields<SeenBook>
  return (
    typeof policy === 'string' &&
    (retired === undefined || retired === null || isRetiredBook(retired)) &&
    (typeof checkpoint === 'string' || checkpoint === null) &&
    typeof seenAt === 'string'
  )
}

function isRetiredBook(value: unknown): value is RetiredBook {
  const { policy, checkpoint } = (value ?? {}) as Fields<RetiredBook>
  return typeof policy === 'string' && typeof checkpoint === 'string'
}

type Fields<T> = Partial<Record<keyof T, unknown>>
