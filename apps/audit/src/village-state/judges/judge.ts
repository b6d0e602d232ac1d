import type { KindName, LeafOfKind } from '@azalea/records'
import type { StateMemory, StateParts } from '../parts.ts'

/** What a judge does with an entry of one kind; awaits only what is read from elsewhere. */
export type Look<Kind extends KindName> = (
  state: StateParts,
  index: number,
  leaf: LeafOfKind<Kind>,
) => Promise<void> | void

export type Looks = { readonly [Kind in KindName]?: Look<Kind> }

/** Judges the entries of one family of kinds. */
export interface Judge<Looked extends Looks = Looks> {
  /** The memory that is this judge's own: what it must know of the entries before. */
  readonly keeps: readonly (keyof StateMemory)[]
  readonly looksAt: Looked
}

export function judge<const Looked extends Looks>(said: Judge<Looked>): Judge<Looked> {
  return said
}

/** An entry of this kind has to be well formed, and nothing that the log tells can contradict it. */
export function onlyItsShape(): void {}
