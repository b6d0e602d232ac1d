const MOST_CHARACTERS = 400

/**
 * What is told of a log holds words of whoever made it: on one line, cut where it runs on, without
 * the characters by which a terminal or a page would show something else than what was found.
 */
export function oneLine(text: string): string {
  const cut = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text
  return cut.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}
