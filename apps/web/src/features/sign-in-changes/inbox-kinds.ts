import { DeviceMobileIcon } from '@phosphor-icons/react/dist/csr/DeviceMobile'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

export const inbox = {
  sign_in_change: { icon: DeviceMobileIcon, address: () => '/workbench/sign-in-changes' },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    signInChanges: typeof inbox
  }
}
