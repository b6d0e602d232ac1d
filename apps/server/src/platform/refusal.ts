import { englishProse } from '@azalea/text'

/** What kind of "no" it is; the HTTP layer alone knows which status that means. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'unsupported'
  | 'too_many'
  | 'unavailable'

export interface RefusalText {
  readonly kind: RefusalKind
  /** A sentence for the reader; {name} is replaced from the params. */
  readonly zh: string
  readonly en: string
}

/** What it is about, for a screen to lead there. */
export interface RefusalSubject {
  readonly kind: string
  readonly id: string
}

export type RefusalParams = Readonly<Record<string, string | number>>

/** A "no" on which the person can act. Everything else that is thrown is a fault of ours. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly code: string,
    readonly text: RefusalText,
    readonly params: RefusalParams = {},
    readonly about: RefusalSubject | null = null,
  ) {
    super(englishProse(fill(text.en, params)))
  }

  sentence(language: 'zh' | 'en'): string {
    const sentence = fill(this.text[language], this.params)
    return language === 'en' ? englishProse(sentence) : sentence
  }
}

/**
 * A module's table of refusals, with its stable codes, as a function that makes them:
 * `throw refuse('already_rated_today', { label })`.
 */
export function refusalsOf<Codes extends string>(table: Readonly<Record<Codes, RefusalText>>) {
  const refuse = (code: Codes, params?: RefusalParams, about?: RefusalSubject) =>
    new Refusal(code, table[code], params, about)
  return Object.assign(refuse, { table })
}

function fill(template: string, params: RefusalParams): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
