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

type Table = Readonly<Record<string, RefusalText>>
type CodesOf<Tables extends readonly Table[]> = {
  [At in keyof Tables]: keyof Tables[At] & string
}[number]

/**
 * A module's refusals, with their stable codes, as a function that makes them:
 * `throw refuse('already_rated_today', { label })`.
 * @throws Error where a code stands in two of the tables: one of its sentences would never be read
 */
export function refusalsOf<const Tables extends readonly Table[]>(...tables: Tables) {
  type Codes = CodesOf<Tables>
  const entries = tables.flatMap((one) => Object.entries(one))
  const table = Object.fromEntries(entries) as Readonly<Record<Codes, RefusalText>>
  if (Object.keys(table).length < entries.length) {
    const twice = entries.map(([code]) => code).filter((code, at, all) => all.indexOf(code) < at)
    throw new Error(`stands twice among the refusals: ${twice.join(', ')}`)
  }
  const refuse = (code: Codes, params?: RefusalParams, about?: RefusalSubject) =>
    new Refusal(code, table[code], params, about)
  return Object.assign(refuse, { table })
}

function fill(template: string, params: RefusalParams): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
