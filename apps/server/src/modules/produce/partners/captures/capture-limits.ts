/** Events of one document. */
export const MOST_EVENTS = 10_000
