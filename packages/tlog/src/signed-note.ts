import { base64Decode, base64Encode } from './base64.ts'
import { concatBytes, uint32At, uint32Bytes, utf8Decode, utf8Encode } from './bytes.ts'
import { TlogError } from './errors.ts'
import { checkKeyName } from './keys.ts'

/** One signature line of c2sp.org/signed-note. */
export interface NoteSignature {
  name: string
  keyId: number
  /** What follows the key ID; for a cosignature a timestamp and the signature proper. */
  signature: Uint8Array
}

/** A text and the signature lines under it, not verified. */
export interface SignedNote {
  /** Ends in LF. */
  text: string
  signatures: readonly NoteSignature[]
}

/** The specification asks for 16 at least; Go's note package stops at 100 as well. */
export const MAX_NOTE_SIGNATURES = 100

/** Go's note package stops here as well. */
export const MAX_NOTE_BYTES = 1_000_000

const LINE_START = '— '

const malformed = (message: string) => new TlogError('malformed', message)

/** `— <key name> <base64(key ID ‖ signature)>` and LF. @throws TlogError `malformed` */
export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  checkKeyName(name)
  if (signature.length === 0) throw malformed('a signature is empty')
  return `${LINE_START}${name} ${base64Encode(concatBytes(uint32Bytes(keyId), signature))}\n`
}

/** Reads one signature line, LF included. @throws TlogError `malformed` */
export function parseSignatureLine(line: string): NoteSignature {
  const [name, encoded, ...rest] = line.slice(LINE_START.length, -1).split(' ')
  const shaped = line.startsWith(LINE_START) && line.endsWith('\n') && rest.length === 0
  if (!shaped || name === undefined || encoded === undefined) {
    throw malformed('not a signature line')
  }
  checkKeyName(name)
  const bytes = base64Decode(encoded)
  if (bytes.length < 5) throw malformed('a signature line has no signature')
  return { name, keyId: uint32At(bytes, 0), signature: bytes.slice(4) }
}

/**
 * Reads signature lines that stand without their text, such as a witness's answer.
 *
 * @throws TlogError `malformed`
 */
export function parseSignatureLines(text: string): NoteSignature[] {
  if (!text.endsWith('\n')) throw malformed('the last signature line has no end')
  const lines = text.slice(0, -1).split('\n')
  if (lines.length > MAX_NOTE_SIGNATURES) throw malformed('too many signatures')
  return lines.map((line) => parseSignatureLine(`${line}\n`))
}

/**
 * Checks that a text can stand in a note: ends in LF, valid Unicode, no other ASCII control.
 *
 * @throws TlogError `malformed`
 */
export function checkNoteText(text: string): void {
  if (!text.endsWith('\n')) throw malformed('note text does not end in a newline')
  if (utf8Encode(text).some((byte) => byte < 0x20 && byte !== 0x0a)) {
    throw malformed('note has a control character')
  }
}

/** Text, empty line, signature lines. @throws TlogError `malformed` */
export function formatNote({ text, signatures }: SignedNote): string {
  checkNoteText(text)
  if (signatures.length === 0) throw malformed('a note has at least one signature')
  return `${text}\n${signatures.map(formatSignatureLine).join('')}`
}

/**
 * Reads a note, splitting text and signatures at the last empty line. Nothing is verified: see
 * `openNote`.
 *
 * @throws TlogError `malformed`
 */
export function parseNote(note: string | Uint8Array): SignedNote {
  if (note.length > MAX_NOTE_BYTES) throw malformed('note is too long')
  const whole = typeof note === 'string' ? note : utf8Decode(note)
  checkNoteText(whole)
  const split = whole.lastIndexOf('\n\n')
  if (split < 0) throw malformed('note has no signatures')
  const text = whole.slice(0, split + 1)
  return { text, signatures: parseSignatureLines(whole.slice(split + 2)) }
}
