import { BellIcon } from '@phosphor-icons/react/dist/csr/Bell'
import type { WaitingKinds } from '../../app/home-kinds.ts'

export const waiting = {
  messages: { icon: BellIcon, address: () => '/me/messages' },
} satisfies WaitingKinds

declare module '../../app/home-kinds.ts' {
  interface WaitingFeatures {
    messages: typeof waiting
  }
}
