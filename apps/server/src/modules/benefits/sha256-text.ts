import { createHash } from 'node:crypto'

/** SHA-256 of a text, hexadecimal. */
export const sha256Text = (text: string) => createHash('sha256').update(text).digest('hex')
