import type { KindName, LeafOfKind } from '@azalea/records'
import type { StateMemory, StateParts } from '../parts.ts'

/** What a judge does with an entry of one kind; awaits only what is read from elsewhere. */
export type Look<Kind extends KindName> = (
  state: StateParts,
  index: number,
  leaf: LeafOfKind<Kind>,
) => Promise<void> | void

export type Looks = { readonly [Kind in KindName]?: Look<Kind> }

/** How each part of a judge's memory begins. */
export type Keeps = { readonly [Name in keyof StateMemory]?: () => StateMemory[Name] }

/** Judges the entries of one family of kinds. */
export interface Judge<Looked extends Looks = Looks, Kept extends Keeps = Keeps> {
  /** The memory that is this judge's own: what it must know of the entries before. */
  readonly keeps: Kept
  readonly looksAt: Looked
}

export function judge<const Looked extends Looks, const Kept extends Keeps>(
  said: Judge<Looked, Kept>,
): Judge<Looked, Kept> {
  return said
}

/** An entry of this kind has to be well formed, and nothing that the log tells can contradict it. */
export function onlyItsShape(): void {}
