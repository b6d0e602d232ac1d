import { CalendarCheckIcon } from '@phosphor-icons/react/dist/csr/CalendarCheck'
import type { NewsKinds, WaitingKinds } from '../../app/home-kinds.ts'

export const waiting = {
  check_in: { icon: CalendarCheckIcon, address: (id) => `/check-in/shift/${id}` },
  check_out: { icon: CalendarCheckIcon, address: (id) => `/check-in/shift/${id}` },
  shift_today: { icon: CalendarCheckIcon, address: (id) => `/activities/${id}` },
} satisfies WaitingKinds

export const news = {
  activity: (id) => `/activities/${id}`,
} satisfies NewsKinds

declare module '../../app/home-kinds.ts' {
  interface NewsFeatures {
    activities: typeof news
  }
  interface WaitingFeatures {
    activities: typeof waiting
  }
}
