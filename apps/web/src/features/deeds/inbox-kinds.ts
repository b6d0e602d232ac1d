import { HandHeartIcon } from '@phosphor-icons/react/dist/csr/HandHeart'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

export const inbox = {
  deed_to_decide: { icon: HandHeartIcon, address: () => '/workbench/deeds' },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    deeds: typeof inbox
  }
}
