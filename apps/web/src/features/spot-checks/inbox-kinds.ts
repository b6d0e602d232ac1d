import { BinocularsIcon } from '@phosphor-icons/react/dist/csr/Binoculars'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

export const inbox = {
  spot_checks_due: { icon: BinocularsIcon, address: () => '/workbench/spot-checks' },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    spotChecks: typeof inbox
  }
}
