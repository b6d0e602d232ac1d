import { ThermometerIcon } from '@phosphor-icons/react/dist/csr/Thermometer'
import type { InboxKinds } from '../../app/inbox-kinds.ts'

export const inbox = {
  sensor_trouble: { icon: ThermometerIcon, address: () => '/workbench/sensors' },
} satisfies InboxKinds

declare module '../../app/inbox-kinds.ts' {
  interface InboxFeatures {
    sensors: typeof inbox
  }
}
