import { list, nullable, optional, word, words } from '../field.ts'

/** A change of how somebody signs in: what it touches, and who it takes. */
export const signInFields = {
  what: list(word('phone', 'identity')),
  by: word('person', 'two', 'office'),
}

/** The new ones, as far as they change. */
export const signInSealed = { phone: optional(nullable(words)), idLast4: optional(nullable(words)) }
