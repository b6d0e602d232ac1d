import { CalendarCheckIcon } from '@phosphor-icons/react/dist/csr/CalendarCheck'
import type { WaitingKinds } from '../../app/home-kinds.ts'

export const waiting = {
  farm_task: { icon: CalendarCheckIcon, address: () => '/tasks' },
} satisfies WaitingKinds

declare module '../../app/home-kinds.ts' {
  interface WaitingFeatures {
    plan: typeof waiting
  }
}
