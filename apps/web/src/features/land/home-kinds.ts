import { CalendarCheckIcon } from '@phosphor-icons/react/dist/csr/CalendarCheck'
import type { WaitingKinds } from '../../app/home-kinds.ts'

export const waiting = {
  lease_offered: { icon: CalendarCheckIcon, address: () => '/plots' },
} satisfies WaitingKinds

declare module '../../app/home-kinds.ts' {
  interface WaitingFeatures {
    land: typeof waiting
  }
}
