import type { AnyKind, Bilingual, PublicOf } from './record-kind.ts'
import * as records from './records.ts'

type Records = typeof records
type KindOf<R> = R extends AnyKind ? R['kind'] : never

/** The name of a kind: `award.final`. */
export type KindName = KindOf<Records[keyof Records]>

/** The first word of a kind, which openings are granted by: `award`. */
export type KindFamily = KindName extends `${infer Family}.${string}` ? Family : never

/** What stands in clear in a record of the kind of this name. */
export type PublicOfKind<Kind extends KindName> = {
  [R in keyof Records]: Records[R] extends AnyKind
    ? Records[R]['kind'] extends Kind
      ? PublicOf<Records[R]>
      : never
    : never
}[keyof Records]

/** Every kind by its name. */
export const kinds: ReadonlyMap<string, AnyKind> = new Map(
  Object.values(records).map((kind) => [kind.kind, kind]),
)

/** A kind in words; undefined when there is none of this name. */
export function titleOf(kind: string): Bilingual | undefined {
  return kinds.get(kind)?.title
}
