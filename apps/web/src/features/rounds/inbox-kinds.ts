import { ScalesIcon } from '@phosphor-icons/react/dist/csr/Scales'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

const settlement = (id: string) => `/workbench/rounds/settlements/${id}`
const disputes = () => '/workbench/rounds/disputes'

export const inbox = {
  round_settlement_to_confirm: { icon: ScalesIcon, address: settlement },
  weigh_in_to_decide: { icon: ScalesIcon, address: disputes },
  weigh_in_overdue: { icon: ScalesIcon, address: disputes },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    rounds: typeof inbox
  }
}
