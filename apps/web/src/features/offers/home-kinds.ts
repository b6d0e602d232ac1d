import { CalendarCheckIcon } from '@phosphor-icons/react/dist/csr/CalendarCheck'
import type { WaitingKinds } from '../../app/home-kinds.ts'

export const waiting = {
  turn_called: { icon: CalendarCheckIcon, address: (id) => `/offers/${id}` },
} satisfies WaitingKinds

declare module '../../app/home-kinds.ts' {
  interface WaitingFeatures {
    offers: typeof waiting
  }
}
