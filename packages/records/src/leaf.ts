import { isCanonicalJson, type CanonicalValue } from '@azalea/text'
import { day, fields, hash64, integer, leafId, list, text, type Problem } from './field.ts'
import { kinds, type KindName, type PublicOfKind } from './kinds.ts'

/** An entry of the log holds at most 65,535 bytes (tlog-tiles); leaves stay far below. */
export const MAX_LEAF_BYTES = 16_384

const envelope = fields({
  v: integer('version'),
  village: text,
  id: leafId,
  kind: text,
  at: day,
  public: { says: 'fields of the kind', problemWith: () => null },
  commitments: list(hash64),
})

interface LeafOf<Kind extends KindName> {
  readonly village: string
  readonly kind: Kind
  /** The civil day of the record. */
  readonly at: string
  readonly public: PublicOfKind<Kind>
  /** HMAC-SHA-256 of each sealed part under its salt, base64url. */
  readonly commitments: readonly string[]
}

/** An entry of a village's log: the leaf of one record. Its kind tells what stands in it. */
export type Leaf = { [Kind in KindName]: LeafOf<Kind> }[KindName]

/** The leaf of one of these kinds. */
export type LeafOfKind<Kind extends KindName> = Extract<Leaf, { readonly kind: Kind }>

/** What every leaf tells, whatever its kind. */
export interface LeafHead {
  readonly village: string
  readonly kind: string
  readonly at: string
  readonly public: unknown
  readonly commitments: readonly string[]
}

/** An entry that is no record of ours. */
export class UnreadableLeaf extends Error {
  override readonly name = 'UnreadableLeaf'
  readonly problem: Problem
  /** Null when not even its day can be read. */
  readonly head: LeafHead | null

  constructor(problem: Problem, head: LeafHead | null = null) {
    super(problem.detail)
    this.problem = problem
    this.head = head
  }
}

/** What Node and browsers have; the types of this package name neither. */
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }

let decoder: InstanceType<typeof TextDecoder> | undefined

/**
 * Reads a leaf strictly: the one spelling that RFC 8785 gives it, a known kind and version, and
 * exactly the fields of that kind.
 * @throws UnreadableLeaf
 */
export function parseLeaf(bytes: Uint8Array): Leaf {
  let value: unknown
  let spelling: string
  try {
    // A byte-order mark would be a second spelling: it must reach the comparison below.
    decoder ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    spelling = decoder.decode(bytes)
    value = JSON.parse(spelling)
  } catch {
    throw unreadable('not_json', '', 'it is not JSON in UTF-8')
  }
  if (!isCanonicalJson(value as CanonicalValue, spelling))
    throw unreadable('not_canonical', '', 'it is not canonical JSON')
  const problem = envelope.problemWith(value, '')
  if (problem !== null) throw new UnreadableLeaf(problem)
  // The envelope has been looked at; what is public is looked at below, by the kind that it names.
  const { v, village, kind, at, public: told, commitments } = value as SpelledLeaf
  const head = { village, kind, at, public: told, commitments }
  const shape = kinds.get(kind)
  if (shape === undefined)
    throw unreadable('unknown_kind', '/kind', `no record is of kind ${kind}`, head)
  if (v !== shape.version)
    throw unreadable('unknown_version', '/v', `version ${v} of ${kind} is not known`, head)
  const inside = shape.public.problemWith(told, '/public')
  if (inside !== null) throw unreadable(inside.code, inside.path, `${kind}: ${inside.detail}`, head)
  return head as Leaf
}

interface SpelledLeaf extends LeafHead {
  readonly v: number
}

function unreadable(
  code: Problem['code'],
  path: string,
  detail: string,
  head: LeafHead | null = null,
): UnreadableLeaf {
  return new UnreadableLeaf({ code, path, detail }, head)
}
