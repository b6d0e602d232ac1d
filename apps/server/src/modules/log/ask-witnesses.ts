import type { NoteSignature, PolicyWitness, SignedNote } from '@azalea/tlog'
import { askWitness, type Cosigning } from './witness-client.ts'

/** Proves that the tree of `oldSize` entries is where the checkpoint began. */
export type ProveFrom = (oldSize: number) => Promise<readonly Uint8Array[]>

export interface Cosigned {
  /** By the policy's name of each witness that cosigned. */
  readonly signatures: ReadonlyMap<string, NoteSignature>
  /** Witnesses that say that this is a fork. */
  readonly forks: readonly string[]
  readonly absent: readonly { readonly name: string; readonly why: string }[]
  /** A witness that has seen more of the log than this checkpoint holds. */
  readonly ahead: readonly { readonly name: string; readonly size: number }[]
}

/**
 * Shows a signed checkpoint to all witnesses side by side. `lastSizes` says where each stood when
 * last asked, and is kept up to date.
 */
export async function askWitnesses(
  witnesses: readonly PolicyWitness[],
  { note, size }: { note: SignedNote; size: number },
  proveFrom: ProveFrom,
  lastSizes: Map<string, number>,
): Promise<Cosigned> {
  const answers = await Promise.all(
    witnesses.map(async (witness) => {
      const ask = async (oldSize: number) =>
        askWitness(witness, { oldSize, proof: await proveFrom(oldSize), checkpoint: note })
      // A log older than what we remember of the witness (or a witness that lost its state) is told
      // its size by the first answer and asked once more.
      let answer: Cosigning = await ask(Math.min(lastSizes.get(witness.name) ?? 0, size))
      if (answer.kind === 'stale' && answer.size <= size) answer = await ask(answer.size)
      if (answer.kind === 'cosigned') lastSizes.set(witness.name, size)
      return { name: witness.name, answer }
    }),
  )
  const cosigned = {
    signatures: new Map<string, NoteSignature>(),
    forks: [] as string[],
    absent: [] as { name: string; why: string }[],
    ahead: [] as { name: string; size: number }[],
  }
  for (const { name, answer } of answers) {
    if (answer.kind === 'cosigned') cosigned.signatures.set(name, answer.signature)
    else if (answer.kind === 'fork') cosigned.forks.push(name)
    else if (answer.kind === 'absent') cosigned.absent.push({ name, why: answer.why })
    else if (answer.size > size) cosigned.ahead.push({ name, size: answer.size })
    else cosigned.absent.push({ name, why: 'it moved while it was asked' })
  }
  return cosigned
}
