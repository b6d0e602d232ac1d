import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

export const inbox = {
  awards_to_publish: { icon: ScrollIcon, address: () => '/workbench/notices' },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    noticesAdmin: typeof inbox
  }
}
