import { isCivilDay } from '@azalea/text'
import { shapeOfName, type Pseudonym, type PseudonymPurpose } from './pseudonyms.ts'

/** What is wrong with a record; stable, for vectors and for who reads the audit's report. */
export type ProblemCode =
  | 'not_json'
  | 'not_canonical'
  | 'unknown_kind'
  | 'unknown_version'
  | 'missing_field'
  | 'additional_field'
  | 'wrong_type'
  | 'out_of_range'
  | 'not_allowed'
  | 'bad_format'
  | 'fields_disagree'

export interface Problem {
  readonly code: ProblemCode
  /** JSON pointer. */
  readonly path: string
  readonly detail: string
}

/** A value of a record: what it may be, and how it is called in the documentation. */
export interface Field<T> {
  readonly says: string
  /** Null when the value fits. */
  problemWith(value: unknown, path: string): Problem | null
  /** Of an object: its fields; of one that has several forms, those of each. */
  readonly forms?: readonly Fields[]
  /** Only for the compiler: what a value that fits is. */
  readonly of?: T
}

export interface OptionalField<T> extends Field<T> {
  readonly optional: true
}

export type Fields = { readonly [name: string]: Field<unknown> }

type OptionalNames<F extends Fields> = {
  [Name in keyof F]: F[Name] extends OptionalField<unknown> ? Name : never
}[keyof F]

type Of<F> = F extends Field<infer T> ? T : never

/** The object that has these fields. */
export type ValueOf<F extends Fields> = {
  readonly [Name in Exclude<keyof F, OptionalNames<F>>]: Of<F[Name]>
} & { readonly [Name in OptionalNames<F>]?: Of<F[Name]> | undefined }

/** May be absent, but not null. */
export function optional<T>(field: Field<T>): OptionalField<T> {
  return { ...field, optional: true }
}

export function nullable<T>(field: Field<T>): Field<T | null> {
  return {
    says: `${field.says} or null`,
    problemWith: (value, path) => (value === null ? null : field.problemWith(value, path)),
  }
}

/** A whole number; `unit` is what is counted, in the plural. */
export function integer(
  unit: string,
  { from = Number.MIN_SAFE_INTEGER, to = Number.MAX_SAFE_INTEGER } = {},
): Field<number> {
  return {
    says: unit,
    problemWith(value, path) {
      if (typeof value !== 'number' || !Number.isSafeInteger(value))
        return { code: 'wrong_type', path, detail: `${path} is not an integer` }
      if (value >= from && value <= to) return null
      return { code: 'out_of_range', path, detail: `${path} is ${value}` }
    },
  }
}

export const count = (unit: string) => integer(unit, { from: 0 })

/** Signed: a deduction is below zero. */
export const points: Field<number> = integer('hundredths of a point')

/** Text whose form a pattern or a test tells. */
function formed<T extends string>(says: string, fits: (text: string) => boolean): Field<T> {
  return {
    says,
    problemWith(value, path) {
      if (typeof value !== 'string')
        return { code: 'wrong_type', path, detail: `${path} is not a text` }
      return fits(value) ? null : { code: 'bad_format', path, detail: `${path} is not a ${says}` }
    },
  }
}

export const text: Field<string> = formed('text', () => true)
export const day: Field<string> = formed('day', isCivilDay)
/** 'YYYY-MM' */
export const month: Field<string> = formed('month', (month) => isCivilDay(`${month}-01`))
/** 2026-017 */
export const noticeSerial: Field<string> = formed('serial number', (serial) =>
  /^\d{4}-\d{3,}$/.test(serial),
)
/** Numbers that others give, whose first digit may be zero. */
export const digits: Field<string> = formed('digits', (number) => /^\d+$/.test(number))
/** An identifier of ours: only in what is sealed, since it tells when it was made. */
export const id: Field<string> = formed('identifier', () => true)
/** A moment (ISO 8601): only in what is sealed. */
export const moment: Field<string> = formed('moment', () => true)
/** What somebody typed: only in what is sealed. */
export const words: Field<string> = formed('words', () => true)
/** What a telephone can open. */
export const webAddress: Field<string> = formed('web address', (address) =>
  /^https?:\/\/[^\s/?#]+([/?#]\S*)?$/.test(address),
)
/** SHA-256, hexadecimal. */
export const sha256: Field<string> = formed('SHA-256 (hexadecimal)', (hash) =>
  /^[0-9a-f]{64}$/.test(hash),
)
/** SHA-256 or HMAC-SHA-256, base64url. */
export const hash64: Field<string> = formed('SHA-256 (base64url)', (hash) =>
  /^[\w-]{43}$/.test(hash),
)
/** An item of a rule sheet. */
export const itemRef: Field<string> = formed('item of the sheet', (ref) =>
  /^[\w.-]{1,64}$/.test(ref),
)

/** Random or derived under the village's secret: means nothing to anybody else. */
export function pseudonym<P extends PseudonymPurpose>(purpose: P): Field<Pseudonym<P>> {
  return formed(`pseudonym *${purpose}*`, (name) => shapeOfName.test(name))
}

export const flag: Field<boolean> = {
  says: 'yes or no',
  problemWith: (value, path) =>
    typeof value === 'boolean'
      ? null
      : { code: 'wrong_type', path, detail: `${path} is neither true nor false` },
}

/** The random name of a record. */
export const leafId: Field<string> = formed('name', (name) => shapeOfName.test(name))

/** One of a few words. */
export function word<const W extends string>(...words: readonly W[]): Field<W> {
  const known: ReadonlySet<unknown> = new Set(words)
  return {
    says: words.map((one) => `\`${one}\``).join(' | '),
    problemWith: (value, path) =>
      known.has(value)
        ? null
        : { code: 'not_allowed', path, detail: `${path} is ${JSON.stringify(value)}` },
  }
}

export function list<T>(field: Field<T>): Field<readonly T[]> {
  return {
    says: `list of ${field.says}`,
    problemWith(value, path) {
      if (!Array.isArray(value))
        return { code: 'wrong_type', path, detail: `${path} is not a list` }
      for (const [at, member] of value.entries()) {
        const problem = field.problemWith(member, `${path}/${at}`)
        if (problem !== null) return problem
      }
      return null
    },
  }
}

/** An object with exactly these fields. */
export function fields<F extends Fields>(wanted: F): Field<ValueOf<F>> {
  const entries = Object.entries(wanted)
  const required = entries.filter(([, field]) => !('optional' in field)).length
  const told = entries.map(
    ([name, field]) => `${name}${'optional' in field ? '?' : ''}: ${field.says}`,
  )
  return {
    says: `{ ${told.join(', ')} }`,
    forms: [wanted],
    problemWith(value, path) {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        return { code: 'wrong_type', path, detail: `${path || 'it'} is not an object` }
      let present = 0
      for (const [name, member] of Object.entries(value)) {
        if (member === undefined) continue
        if (!Object.hasOwn(wanted, name)) return problemAt('additional_field', path, name)
        const field = wanted[name] as Field<unknown>
        if (!('optional' in field)) present += 1
        const problem = field.problemWith(member, `${path}/${name}`)
        if (problem !== null) return problem
      }
      if (present === required) return null
      const [missing = ''] =
        entries.find(
          ([name, field]) =>
            !('optional' in field) && (value as Record<string, unknown>)[name] === undefined,
        ) ?? []
      return problemAt('missing_field', path, missing)
    },
  }
}

function problemAt(
  code: 'missing_field' | 'additional_field',
  path: string,
  name: string,
): Problem {
  const said = code === 'missing_field' ? 'is missing' : 'is in no record of this kind'
  return { code, path: `${path}/${name}`, detail: `${path}/${name} ${said}` }
}

/** Objects of two forms: what has the member `mark` is of the first, all others of the second. */
export function eitherBy<A, B>(
  mark: keyof A & string,
  one: Field<A>,
  other: Field<B>,
): Field<A | B> {
  return {
    says: `${one.says} or ${other.says}`,
    forms: [...(one.forms ?? []), ...(other.forms ?? [])],
    problemWith(value, path) {
      const isFirst = typeof value === 'object' && value !== null && Object.hasOwn(value, mark)
      return (isFirst ? one : other).problemWith(value, path)
    },
  }
}

/** What no table of fields can say. `rule` gives the sentence of what does not hold. */
export function where<T>(field: Field<T>, rule: (value: T) => string | null): Field<T> {
  return {
    ...field,
    problemWith(value, path) {
      const problem = field.problemWith(value, path)
      if (problem !== null) return problem
      const broken = rule(value as T)
      return broken === null ? null : { code: 'fields_disagree', path, detail: broken }
    },
  }
}
