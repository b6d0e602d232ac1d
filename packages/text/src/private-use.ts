/**
 * A private-use character is another sign (or none) on every device: police registers keep rare
 * characters of names there. It is written as its code point, which everyone can read: `[U+E863]`.
 */
export function showPrivateUse(text: string): string {
  return text.replace(/\p{Co}/gu, (character) => {
    const codePoint = character.codePointAt(0) ?? 0
    return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
  })
}

/** A private-use character as it is written here. */
export const PRIVATE_USE = '\\[U\\+(?:E[0-9A-F]{3}|F[0-8][0-9A-F]{2}|(?:F|10)[0-9A-F]{4})\\]'
