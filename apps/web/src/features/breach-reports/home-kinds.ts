import { ChatTextIcon } from '@phosphor-icons/react/dist/csr/ChatText'
import type { WaitingKinds } from '../../app/home-kinds.ts'

export const waiting = {
  report_to_reply_to: { icon: ChatTextIcon, address: (id) => `/reports/${id}?tab=reported` },
} satisfies WaitingKinds

declare module '../../app/home-kinds.ts' {
  interface WaitingFeatures {
    breachReports: typeof waiting
  }
}
