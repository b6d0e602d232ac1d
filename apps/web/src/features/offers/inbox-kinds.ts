import { HandCoinsIcon } from '@phosphor-icons/react/dist/csr/HandCoins'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

export const inbox = {
  turn_objection_to_decide: { icon: HandCoinsIcon, address: (id) => `/workbench/offers/${id}` },
  turn_objection_overdue: { icon: HandCoinsIcon, address: (id) => `/workbench/offers/${id}` },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    offers: typeof inbox
  }
}
