import { parseNote, type PolicyWitness } from '@azalea/tlog'

/**
 * Which witnesses have a line on a checkpoint that we put together (and verified) ourselves, and
 * when they signed, by their own clocks.
 */
export function cosignaturesOn(
  witnesses: readonly PolicyWitness[],
  note: string,
): Map<string, Date> {
  const { signatures } = parseNote(note)
  return new Map(
    witnesses.flatMap(({ name, key }) => {
      const line = signatures.find((one) => one.name === key.name && one.keyId === key.keyId)
      return line ? [[name, signedAt(line.signature)] as const] : []
    }),
  )
}

/** A cosignature begins with its time: POSIX seconds in eight big-endian bytes (tlog-cosignature). */
function signedAt(signature: Uint8Array): Date {
  const view = new DataView(signature.buffer, signature.byteOffset, signature.byteLength)
  return new Date(Number(view.getBigUint64(0)) * 1000)
}
