import {
  quorumHolds,
  verifyCheckpoint,
  type Checkpoint,
  type CryptoSuite,
  type Policy,
} from '@azalea/tlog'

/** A witness of the policy, and when it cosigned the checkpoint by its own clock; null: it did not. */
export interface WitnessSight {
  name: string
  at: Date | null
}

/** A checkpoint whose signature by the log holds. */
export interface LogHead {
  checkpoint: Checkpoint
  /** The signed note as it was served. */
  note: string
  witnesses: readonly WitnessSight[]
  /** How many of the witnesses must have cosigned, as far as one number can say it. */
  witnessesNeeded: number
}

/**
 * Opens a checkpoint without asking for a quorum, so that it can be told who is missing.
 * @throws TlogError 'malformed', 'untrusted', 'bad_signature', 'bad_proof'
 */
export async function openLogHead(
  suite: CryptoSuite,
  policy: Policy,
  note: string,
): Promise<LogHead> {
  const anyNumber = { ...policy, quorum: 'none' }
  const { checkpoint, witnesses } = await verifyCheckpoint(suite, anyNumber, note)
  return {
    checkpoint,
    note,
    witnessesNeeded: neededBy(policy),
    witnesses: policy.witnesses.map(({ name }) => {
      const seconds = witnesses.find((one) => one.name === name)?.timestampSeconds
      return { name, at: seconds === undefined ? null : new Date(seconds * 1000) }
    }),
  }
}

export function isQuorum(policy: Policy, { witnesses }: Pick<LogHead, 'witnesses'>): boolean {
  const cosigned = witnesses.filter(({ at }) => at !== null).map(({ name }) => name)
  return quorumHolds(policy, new Set(cosigned))
}

function neededBy({ quorum, groups }: Policy): number {
  if (quorum === 'none') return 0
  return groups.find(({ name }) => name === quorum)?.threshold ?? 1
}
