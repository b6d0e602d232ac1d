import { Sequencer, type SequencerParts } from './sequencer.ts'

/**
 * Takes what is queued of one village into its log and publishes it, then lets the log go: for whoever
 * cannot wait for the running sequencers.
 */
export async function sequenceNow(parts: SequencerParts, villageId: string): Promise<void> {
  const sequencer = new Sequencer(parts, villageId)
  try {
    while (['full', 'worked'].includes(await sequencer.tick()));
  } finally {
    await sequencer.release()
  }
}
