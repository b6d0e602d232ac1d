/** A proposal that nobody confirmed is forgotten after this. */
const WAITING_DAYS = 14

/** Proposals made after this instant still wait for a second person. */
export function waitingSince(now: Date): Date {
  return new Date(now.getTime() - WAITING_DAYS * 86_400_000)
}
