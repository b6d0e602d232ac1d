import { createHmac } from 'node:crypto'

/** HMAC-SHA-256 of a labelled value, base64url: a stand-in that cannot be guessed from the value. */
export function keyedHash(key: Buffer, label: string, value: string): string {
  return createHmac('sha256', key).update(`${label}\n${value}`, 'utf8').digest('base64url')
}
