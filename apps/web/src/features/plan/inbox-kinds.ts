import { PlantIcon } from '@phosphor-icons/react/dist/csr/Plant'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

export const inbox = {
  farm_task_late: { icon: PlantIcon, address: () => '/workbench/tasks' },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    plan: typeof inbox
  }
}
