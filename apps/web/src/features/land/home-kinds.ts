import { MapTrifoldIcon } from '@phosphor-icons/react/dist/csr/MapTrifold'
import type { WaitingKinds } from '../../app/home-kinds.ts'

export const waiting = {
  lease_offered: { icon: MapTrifoldIcon, address: () => '/plots' },
} satisfies WaitingKinds

declare module '../../app/home-kinds.ts' {
  interface WaitingFeatures {
    land: typeof waiting
  }
}
