import { FlagCheckeredIcon } from '@phosphor-icons/react/dist/csr/FlagCheckered'
import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone'
import { NotePencilIcon } from '@phosphor-icons/react/dist/csr/NotePencil'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

export const inbox = {
  activity_to_decide: { icon: MegaphoneIcon, address: (id) => `/workbench/activities/${id}` },
  scores_due: { icon: NotePencilIcon, address: (id) => `/activities/${id}/lead` },
  activity_to_close: { icon: FlagCheckeredIcon, address: (id) => `/activities/${id}/lead` },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    activities: typeof inbox
  }
}
