import { PLATE_ALPHABET, PLATE_CODE_LENGTH, plateCheckCharacter } from '@azalea/text'
import type { Randomness } from '../../../platform/identity.ts'

/**
 * A new plate's code. All of its symbols may stand in the `scene` of a WeChat mini-program code.
 */
export function makePlateCode(randomness: Randomness): string {
  let body = ''
  while (body.length < PLATE_CODE_LENGTH - 1)
    for (const byte of randomness.bytes(PLATE_CODE_LENGTH - 1))
      // Bytes past the last whole multiple of 31 would favour the first symbols.
      if (byte < 248 && body.length < PLATE_CODE_LENGTH - 1)
        body += PLATE_ALPHABET[byte % PLATE_ALPHABET.length] ?? ''
  return body + plateCheckCharacter(body)
}
