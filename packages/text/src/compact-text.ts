import { withoutInvisible } from './invisible.ts'
import { showPrivateUse } from './private-use.ts'
import { foldRadicals } from './radicals.ts'

/** The circles that are typed for 〇 (U+3007), which few keyboards offer. */
const ZERO = /[\u25cb\u25ef\u2b55\u26aa\u26ac\u274d]/g

/**
 * Compatibility forms (full width, radicals) as ordinary characters, circles as 〇, code points for
 * private-use characters, nothing unseen.
 */
export function foldForms(typed: string): string {
  const plain = foldRadicals(withoutInvisible(typed)).normalize('NFKC')
  return showPrivateUse(withoutInvisible(plain).normalize('NFKC').replace(ZERO, '〇'))
}

/** What is read without spaces: a cell of a table, a number, a code. */
export function compactText(typed: string): string {
  return foldForms(typed).replace(/\s/g, '').normalize('NFKC')
}
