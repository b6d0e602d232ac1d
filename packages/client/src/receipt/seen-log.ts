/** What this device knows of a village's log: whom it trusts, and the last checkpoint that held. */
export interface SeenLog {
  /** tlog-policy, as it was first served or later accepted by the reader. */
  policy: string
  /** The signed note; null when the policy was accepted for a log that was not seen yet. */
  checkpoint: string | null
  /** The log before it, until the first entry of this one was held against it. */
  retired?: RetiredLog | null
  /** When it was seen, ISO, by this device's clock. */
  seenAt: string
}

/** What this device knew of a log that was retired: whom it trusted, and the last that it saw. */
export interface RetiredLog {
  policy: string
  /** The signed note. */
  checkpoint: string
}

/** What to keep when the reader accepts another log: of that one nothing is known yet. */
export function acceptedLog(kept: SeenLog | null, policy: string, seenAt: string): SeenLog {
  const retired =
    kept === null || kept.checkpoint === null
      ? (kept?.retired ?? null)
      : { policy: kept.policy, checkpoint: kept.checkpoint }
  return { policy, checkpoint: null, retired, seenAt }
}

/** What was kept of a log; null when it is not what a device keeps of a log. */
export function readSeenLog(kept: unknown): SeenLog | null {
  return isSeenLog(kept) ? kept : null
}

function isSeenLog(value: unknown): value is SeenLog {
  const { policy, checkpoint, seenAt, retired } = (value ?? {}) as Fields<SeenLog>
  return (
    typeof policy === 'string' &&
    (retired === undefined || retired === null || isRetiredLog(retired)) &&
    (typeof checkpoint === 'string' || checkpoint === null) &&
    typeof seenAt === 'string'
  )
}

function isRetiredLog(value: unknown): value is RetiredLog {
  const { policy, checkpoint } = (value ?? {}) as Fields<RetiredLog>
  return typeof policy === 'string' && typeof checkpoint === 'string'
}

type Fields<T> = Partial<Record<keyof T, unknown>>
