/**
 * The steps of taking records into the log, in their order. Tests stop, fail or kill at each; the
 * product does nothing there.
 */
export const steps = [
  // In the transaction: a crash at any of these leaves no trace, and the records stay queued.
  'head-locked',
  'entries-taken',
  'entries-written',
  'tiles-written',
  'head-moved',
  // Durable from here: the head will never be another one.
  'committed',
  'signing',
  'signed',
  'witnessed',
  'published',
] as const

export type Step = (typeof steps)[number]

/** `text`: what is about to be signed, at 'signing'. */
export type AtStep = (step: Step, text?: string) => Promise<void> | void
