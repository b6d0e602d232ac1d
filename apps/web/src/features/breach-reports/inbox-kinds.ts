import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

export const inbox = {
  report_to_attach: { icon: WarningIcon, address: (id) => `/workbench/reports/${id}` },
  report_to_decide: { icon: WarningIcon, address: (id) => `/workbench/reports/${id}` },
  report_appeal: { icon: WarningIcon, address: (id) => `/workbench/reports/${id}` },
  report_overdue: { icon: WarningIcon, address: (id) => `/workbench/reports/${id}` },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    breachReports: typeof inbox
  }
}
