/** What every engine of ours has, in and outside browsers; the types of this package name neither. */
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string }

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * The encodings that a text file may be in, the likeliest first: by its byte-order mark, else UTF-8,
 * else GB18030, which spreadsheets on Chinese Windows write without saying so. A text in the second
 * is no well-formed UTF-8 but for a few short ones, so the first that decodes without fault is right.
 * @param start the first bytes of the file, two at least
 */
export function encodingsOf(start: Uint8Array): readonly TextEncoding[] {
  if (start[0] === 0xff && start[1] === 0xfe) return ['utf-16le']
  if (start[0] === 0xfe && start[1] === 0xff) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

/** A file's text without its byte-order mark; null when it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  for (const encoding of encodingsOf(bytes))
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\0') ? null : text
    } catch {
      continue // not this one
    }
  return null
}
