import { CalendarCheckIcon } from '@phosphor-icons/react/dist/csr/CalendarCheck'
import type { WaitingKinds } from '../../app/home-kinds.ts'

export const waiting = {
  check_in: { icon: CalendarCheckIcon, address: (id) => `/check-in/shift/${id}` },
  check_out: { icon: CalendarCheckIcon, address: (id) => `/check-in/shift/${id}` },
  shift_today: { icon: CalendarCheckIcon, address: (id) => `/activities/${id}` },
} satisfies WaitingKinds

declare module '../../app/home-kinds.ts' {
  interface WaitingFeatures {
    activities: typeof waiting
  }
}
