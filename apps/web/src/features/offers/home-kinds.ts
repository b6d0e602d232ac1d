import { HandCoinsIcon } from '@phosphor-icons/react/dist/csr/HandCoins'
import type { WaitingKinds } from '../../app/home-kinds.ts'

export const waiting = {
  turn_called: { icon: HandCoinsIcon, address: (id) => `/offers/${id}` },
} satisfies WaitingKinds

declare module '../../app/home-kinds.ts' {
  interface WaitingFeatures {
    offers: typeof waiting
  }
}
