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

/** What was kept of a log; null when it is not what a device keeps of a log. */
export function readSeenBook(kept: unknown): SeenBook | null {
  return isSeenBook(kept) ? kept : null
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
