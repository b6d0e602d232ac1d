import type { InboxItem } from '@azalea/client'
import type { Icon } from '@phosphor-icons/react'
import { joined, type KindsOf } from './kinds-of.ts'

/** A kind of what waits for a cadre: its sign, and where it is dealt with. */
export interface InboxKind {
  readonly icon: Icon
  readonly address: (id: string) => string
}

/** What a feature's `inbox-kinds.ts` exports as `inbox`. */
export type InboxKinds = Partial<Record<InboxItem['kind'], InboxKind>>

/** Each such file adds itself here by name; see `declare module` there. */
// oxlint-disable-next-line typescript/no-empty-interface -- filled by the features
export interface InboxFeatures {}

type Gathered = Record<KindsOf<InboxFeatures>, InboxKind>

/** Of all features. A kind that the server lists and no feature has does not compile. */
export const inboxKinds: Record<InboxItem['kind'], InboxKind> = joined<Gathered>(
  Object.values(
    import.meta.glob<InboxKinds>('../features/*/inbox-kinds.ts', { eager: true, import: 'inbox' }),
  ),
)

/** Where a line of the workbench is dealt with. */
export const inboxAddress = ({ kind, id }: Pick<InboxItem, 'kind' | 'id'>): string =>
  inboxKinds[kind].address(id ?? '')
