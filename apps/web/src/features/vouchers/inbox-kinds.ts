import { TicketIcon } from '@phosphor-icons/react/dist/csr/Ticket'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

const settlement = (id: string) => `/workbench/vouchers/settlements/${id}`

const merchants = () => '/workbench/vouchers/merchants'

export const inbox = {
  voucher_kind_to_confirm: { icon: TicketIcon, address: () => '/workbench/vouchers' },
  voucher_settlement_to_confirm: { icon: TicketIcon, address: settlement },
  merchant_account_to_confirm: { icon: TicketIcon, address: merchants },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    vouchers: typeof inbox
  }
}
