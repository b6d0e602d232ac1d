import { StorefrontIcon } from '@phosphor-icons/react/dist/csr/Storefront'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

export const inbox = {
  shop_sign_off: { icon: StorefrontIcon, address: () => '/workbench/shop' },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    shop: typeof inbox
  }
}
