import { ChatTextIcon } from '@phosphor-icons/react/dist/csr/ChatText'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

export const inbox = {
  objection_to_answer: { icon: ChatTextIcon, address: (id) => `/workbench/objections/${id}` },
  objection_overdue: { icon: ChatTextIcon, address: (id) => `/workbench/objections/${id}` },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    objections: typeof inbox
  }
}
