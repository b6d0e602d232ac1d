import type { About, AboutKind } from '@azalea/client'
import { joined, type KindsOf } from './kinds-of.ts'

type Address = (id: string) => string

/** What a feature's `about-kinds.ts` exports as `about`: where one looks closer at a thing. */
export type AboutKinds = Partial<Record<AboutKind, Address>>

/** Each such file adds itself here by name; see `declare module` there. */
// oxlint-disable-next-line typescript/no-empty-interface -- filled by the features
export interface AboutFeatures {}

type Gathered = Record<KindsOf<AboutFeatures>, Address>

/** Of all features. What a message leads to and no feature has does not compile. */
export const aboutKinds: Record<AboutKind, Address> = joined<Gathered>(
  Object.values(
    import.meta.glob<AboutKinds>('../features/*/about-kinds.ts', { eager: true, import: 'about' }),
  ),
)

export const aboutAddress = ({ kind, id }: About): string => aboutKinds[kind](id)
