/** A proposal that nobody confirmed is forgotten after this. */
const WAITING_DAYS = 14
const WAITING_MILLISECONDS = WAITING_DAYS * 86_400_000

/** Proposals made after this instant still wait for a second person. */
export function waitingSince(now: Date): Date {
  return new Date(now.getTime() - WAITING_MILLISECONDS)
}

/** Until when a proposal waits for a second person. */
export function waitsUntil(proposedAt: Date): Date {
  return new Date(proposedAt.getTime() + WAITING_MILLISECONDS)
}
