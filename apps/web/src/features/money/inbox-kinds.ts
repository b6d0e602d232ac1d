import { CoinsIcon } from '@phosphor-icons/react/dist/csr/Coins'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

export const inbox = {
  payments_to_end: { icon: CoinsIcon, address: (id) => `/workbench/money/payments/${id}` },
  payments_to_repeat: { icon: CoinsIcon, address: (id) => `/workbench/money/payments/${id}` },
  year_end_to_confirm: { icon: CoinsIcon, address: (id) => `/workbench/money/year-ends/${id}` },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    money: typeof inbox
  }
}
