import { UserMinusIcon } from '@phosphor-icons/react/dist/csr/UserMinus'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

export const inbox = {
  removal: { icon: UserMinusIcon, address: () => '/workbench/removals' },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    roster: typeof inbox
  }
}
