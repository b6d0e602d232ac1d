import { PlantIcon } from '@phosphor-icons/react/dist/csr/Plant'
import type { WaitingKinds } from '../../app/home-kinds.ts'

export const waiting = {
  farm_task: { icon: PlantIcon, address: () => '/tasks' },
} satisfies WaitingKinds

declare module '../../app/home-kinds.ts' {
  interface WaitingFeatures {
    plan: typeof waiting
  }
}
