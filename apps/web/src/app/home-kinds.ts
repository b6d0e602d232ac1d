import type { News, Waiting } from '@azalea/client'
import type { Icon } from '@phosphor-icons/react'
import { joined, type KindsOf } from './kinds-of.ts'

/** A kind of what waits for a person at home: its sign, and where it is done. */
export interface WaitingKind {
  readonly icon: Icon
  readonly address: (id: string) => string
}

/** Where a piece of a village's news is told in full. */
export type NewsKind = (id: string, villageId: string) => string

/** What a feature's `home-kinds.ts` exports as `waiting`. */
export type WaitingKinds = Partial<Record<Waiting['kind'], WaitingKind>>

/** What its `news-kinds.ts` exports as `news`. */
export type NewsKinds = Partial<Record<News['kind'], NewsKind>>

/** Each such file adds itself here by name; see `declare module` there. */
// oxlint-disable-next-line typescript/no-empty-interface -- filled by the features
export interface WaitingFeatures {}
// oxlint-disable-next-line typescript/no-empty-interface -- filled by the features
export interface NewsFeatures {}

type GatheredWaiting = Record<KindsOf<WaitingFeatures>, WaitingKind>
type GatheredNews = Record<KindsOf<NewsFeatures>, NewsKind>

/** Of all features. A kind that the server lists and no feature has does not compile. */
export const waitingKinds: Record<Waiting['kind'], WaitingKind> = joined<GatheredWaiting>(
  Object.values(
    import.meta.glob<WaitingKinds>('../features/*/home-kinds.ts', {
      eager: true,
      import: 'waiting',
    }),
  ),
)

export const newsKinds: Record<News['kind'], NewsKind> = joined<GatheredNews>(
  Object.values(
    import.meta.glob<NewsKinds>('../features/*/news-kinds.ts', { eager: true, import: 'news' }),
  ),
)

export const waitingAddress = ({ kind, id }: Pick<Waiting, 'kind' | 'id'>): string =>
  waitingKinds[kind].address(id ?? '')

export const newsAddress = ({ kind, id }: Pick<News, 'kind' | 'id'>, villageId: string): string =>
  newsKinds[kind](id, villageId)
