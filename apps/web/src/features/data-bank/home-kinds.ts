import { HandHeartIcon } from '@phosphor-icons/react/dist/csr/HandHeart'
import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import type { WaitingKinds } from '../../app/home-kinds.ts'

export const waiting = {
  awards_on_notice: { icon: ScrollIcon, address: () => '/me/awards?state=on_notice' },
  join_household: { icon: HandHeartIcon, address: () => '/me/household' },
} satisfies WaitingKinds

declare module '../../app/home-kinds.ts' {
  interface WaitingFeatures {
    dataBank: typeof waiting
  }
}
