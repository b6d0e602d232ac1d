import { fields, type Field, type Fields, type Problem, type ValueOf } from './field.ts'

/** JSON that may stand in a record: what canonical JSON can say. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

export interface Bilingual {
  readonly zh: string
  readonly en: string
}

declare const checked: unique symbol

/** A record as it is about to be written. Only a kind makes one, so its shape is that of the kind. */
export interface NewRecord {
  readonly [checked]: true
  readonly kind: string
  readonly version: number
  /** Chosen by who keeps a reference to the record; else the command path makes one. */
  readonly recordId?: string | undefined
  /** Public by rule: goes into the leaf in clear, so no name, word, photo, place or real identifier. */
  readonly public: { readonly [key: string]: Json | undefined }
  /** What stays behind a commitment, each part under the key of the person it concerns. */
  readonly parts: readonly Part<Json>[]
}

export interface Part<Payload> {
  readonly personId: string
  readonly payload: Payload
}

/** What is sealed, by whose key it is sealed with. */
export type Sealed = { readonly [whose: string]: Fields }

type PayloadOf<S extends Sealed> = { [Whose in keyof S]: ValueOf<S[Whose]> }[keyof S]

/** What a kind is made a record of. */
export interface Written<Public, Payload> {
  readonly public: Public
  readonly parts: readonly Part<Payload>[]
  readonly recordId?: string | undefined
}

export interface RecordShape<Kind extends string, Public, S extends Sealed> {
  readonly kind: Kind
  /** Of the shape: `v` of the leaf. */
  readonly version: number
  readonly title: Bilingual
  readonly public: Field<Public>
  readonly sealed: S
}

/** One kind of record: its shape, and what makes a record of it. @throws MalformedRecord */
export type RecordKind<Kind extends string, Public, S extends Sealed> = RecordShape<
  Kind,
  Public,
  S
> &
  ((record: Written<Public, PayloadOf<S>>) => NewRecord)

/** Any kind, for who only looks at its shape. */
export type AnyKind = RecordShape<string, unknown, Sealed>

/** What stands in clear in a record of this kind. */
export type PublicOf<K extends AnyKind> = K extends RecordShape<string, infer P, Sealed> ? P : never

/** The parts that a record of this kind has. */
export type PartsOf<K extends AnyKind> = readonly Part<PayloadOf<K['sealed']>>[]

/** A record of another shape than its kind's: it must not be written. */
export class MalformedRecord extends Error {
  override readonly name = 'MalformedRecord'
  readonly problem: Problem

  constructor(kind: string, problem: Problem) {
    super(`${kind}: ${problem.code}: ${problem.detail}`)
    this.problem = problem
  }
}

/** Says once how a kind of record looks; everything that writes or reads one is made from this. */
export function defineRecord<const Kind extends string, Public, S extends Sealed>(
  shape: RecordShape<Kind, Public, S>,
): RecordKind<Kind, Public, S> {
  const payloads = Object.values(shape.sealed).map((one) => fields(one))
  const make = (record: Written<Public, PayloadOf<S>>) => {
    const problem =
      shape.public.problemWith(record.public, '') ?? problemOfParts(payloads, record.parts)
    if (problem !== null) throw new MalformedRecord(shape.kind, problem)
    // What the two checks have just found to be so.
    return { ...record, kind: shape.kind, version: shape.version } as unknown as NewRecord
  }
  return Object.assign(make, shape)
}

function problemOfParts(
  payloads: readonly Field<unknown>[],
  parts: readonly Part<unknown>[],
): Problem | null {
  for (const { payload } of parts) {
    const problems = payloads.map((one) => one.problemWith(payload, '/payload'))
    if (problems.includes(null)) continue
    const nothing = {
      code: 'additional_field',
      path: '/parts',
      detail: 'nothing is sealed',
    } as const
    return problems[0] ?? nothing
  }
  return null
}

/** What a kind's file says beside the shape: for the documentation and the tests, not for programs. */
export interface About {
  /** What fields mean, where their names do not tell. */
  readonly fields?: { readonly [name: string]: string }
  /** Who can infer what from an entry of this kind. */
  readonly infer: string
  /** Public fields as they may stand in a leaf. */
  readonly valid: readonly [PublicJson, ...PublicJson[]]
  /** The first valid one, with these fields put in or (undefined) left out. */
  readonly invalid: readonly [InvalidVector, ...InvalidVector[]]
}

type PublicJson = { readonly [name: string]: Json }

export interface InvalidVector {
  readonly but: { readonly [name: string]: Json | undefined }
  readonly problem: Problem['code']
}
