import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { BasketIcon } from '@phosphor-icons/react/dist/csr/Basket'
import { BinocularsIcon } from '@phosphor-icons/react/dist/csr/Binoculars'
import { DropIcon } from '@phosphor-icons/react/dist/csr/Drop'
import { BookIcon } from '@phosphor-icons/react/dist/csr/Book'
import { BookOpenTextIcon } from '@phosphor-icons/react/dist/csr/BookOpenText'
import { ChatTextIcon } from '@phosphor-icons/react/dist/csr/ChatText'
import { ChartBarIcon } from '@phosphor-icons/react/dist/csr/ChartBar'
import { CoinsIcon } from '@phosphor-icons/react/dist/csr/Coins'
import { HandCoinsIcon } from '@phosphor-icons/react/dist/csr/HandCoins'
import { HandPalmIcon } from '@phosphor-icons/react/dist/csr/HandPalm'
import { HandHeartIcon } from '@phosphor-icons/react/dist/csr/HandHeart'
import { IdentificationBadgeIcon } from '@phosphor-icons/react/dist/csr/IdentificationBadge'
import { LockKeyOpenIcon } from '@phosphor-icons/react/dist/csr/LockKeyOpen'
import { MapTrifoldIcon } from '@phosphor-icons/react/dist/csr/MapTrifold'
import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone'
import { MonitorIcon } from '@phosphor-icons/react/dist/csr/Monitor'
import { PlantIcon } from '@phosphor-icons/react/dist/csr/Plant'
import { PackageIcon } from '@phosphor-icons/react/dist/csr/Package'
import { QrCodeIcon } from '@phosphor-icons/react/dist/csr/QrCode'
import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import { ScalesIcon } from '@phosphor-icons/react/dist/csr/Scales'
import { StorefrontIcon } from '@phosphor-icons/react/dist/csr/Storefront'
import { ThermometerIcon } from '@phosphor-icons/react/dist/csr/Thermometer'
import { TicketIcon } from '@phosphor-icons/react/dist/csr/Ticket'
import { TruckIcon } from '@phosphor-icons/react/dist/csr/Truck'
import { WalletIcon } from '@phosphor-icons/react/dist/csr/Wallet'
import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree'
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning'
import { useT } from '../../ui/i18n.ts'
import { cadreRoles, hasRole, useSession, type Role } from '../../app/session.tsx'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { workbenchMessages } from './messages.ts'

interface Door {
  icon: PhosphorIcon
  to: string
  /** Pages of the section that stand at addresses of their own. */
  alsoAt?: readonly string[]
  access: readonly Role[]
}

/** `acts`: who may do something in a section that others only read. */
type WorkSection = Door &
  (
    | { name: 'deeds' | 'notices' | 'roster' | 'rules' | 'openings'; acts: readonly Role[] }
    | {
        name:
          | 'activities'
          | 'objections'
          | 'reports'
          | 'spotChecks'
          | 'calledTurns'
          | 'offers'
          | 'money'
          | 'income'
          | 'plates'
          | 'plan'
          | 'plots'
          | 'posts'
          | 'shop'
          | 'vouchers'
          | 'walletClosings'
          | 'inputs'
          | 'rounds'
          | 'packs'
          | 'market'
          | 'adoptions'
          | 'sensors'
          | 'partners'
          | 'roles'
          | 'log'
      }
  )

export const sections: readonly WorkSection[] = [
  {
    name: 'activities',
    icon: MegaphoneIcon,
    to: '/workbench/activities',
    access: ['committee'],
  },
  {
    name: 'deeds',
    icon: HandHeartIcon,
    to: '/workbench/deeds',
    access: cadreRoles,
    acts: ['committee', 'group_leader'],
  },
  {
    name: 'notices',
    icon: ScrollIcon,
    to: '/workbench/notices',
    access: ['committee', 'supervisor'],
    acts: ['committee'],
  },
  {
    name: 'objections',
    icon: ChatTextIcon,
    to: '/workbench/objections',
    access: ['committee', 'supervisor', 'town_officer'],
  },
  {
    name: 'reports',
    icon: WarningIcon,
    to: '/workbench/reports',
    access: ['committee', 'supervisor', 'town_officer'],
  },
  {
    name: 'spotChecks',
    icon: BinocularsIcon,
    to: '/workbench/spot-checks',
    access: ['committee', 'supervisor', 'town_officer', 'technician', 'auditor'],
  },
  {
    name: 'offers',
    icon: HandCoinsIcon,
    to: '/workbench/offers',
    alsoAt: ['/workbench/order-rules', '/workbench/protected-households', '/workbench/what-if'],
    access: ['committee', 'supervisor', 'town_officer'],
  },
  {
    name: 'calledTurns',
    icon: HandPalmIcon,
    to: '/workbench/called-turns',
    access: ['committee', 'group_leader'],
  },
  {
    name: 'money',
    icon: CoinsIcon,
    to: '/workbench/money',
    access: ['committee', 'supervisor'],
  },
  {
    name: 'income',
    icon: ChartBarIcon,
    to: '/workbench/income',
    access: ['committee', 'supervisor'],
  },
  {
    name: 'roster',
    icon: UsersThreeIcon,
    to: '/workbench/roster',
    access: cadreRoles,
    acts: ['committee', 'operator'],
  },
  {
    name: 'plots',
    icon: MapTrifoldIcon,
    to: '/workbench/plots',
    access: ['committee', 'technician'],
  },
  {
    name: 'plan',
    icon: PlantIcon,
    to: '/workbench/plan',
    alsoAt: ['/workbench/tasks'],
    access: ['committee', 'technician', 'supervisor'],
  },
  { name: 'plates', icon: QrCodeIcon, to: '/workbench/plates', access: cadreRoles },
  {
    name: 'posts',
    icon: MonitorIcon,
    to: '/workbench/posts',
    access: ['committee', 'group_leader'],
  },
  {
    name: 'shop',
    icon: StorefrontIcon,
    to: '/workbench/shop',
    access: ['committee', 'group_leader'],
  },
  {
    name: 'vouchers',
    icon: TicketIcon,
    to: '/workbench/vouchers',
    access: ['committee', 'supervisor'],
  },
  {
    name: 'walletClosings',
    icon: WalletIcon,
    to: '/workbench/wallet-closings',
    access: ['committee', 'supervisor'],
  },
  {
    name: 'inputs',
    icon: DropIcon,
    to: '/workbench/inputs',
    access: ['committee', 'supervisor', 'technician'],
  },
  {
    name: 'rounds',
    icon: ScalesIcon,
    to: '/workbench/rounds',
    access: ['committee', 'supervisor', 'technician'],
  },
  {
    name: 'packs',
    icon: PackageIcon,
    to: '/workbench/packs',
    access: ['committee', 'supervisor', 'technician'],
  },
  {
    name: 'market',
    icon: BasketIcon,
    to: '/workbench/market',
    access: ['committee', 'supervisor', 'technician'],
  },
  {
    name: 'adoptions',
    icon: HandHeartIcon,
    to: '/workbench/adoptions',
    access: ['committee', 'supervisor', 'technician'],
  },
  {
    name: 'sensors',
    icon: ThermometerIcon,
    to: '/workbench/sensors',
    access: ['committee', 'technician'],
  },
  {
    name: 'partners',
    icon: TruckIcon,
    to: '/workbench/partners',
    access: ['committee', 'supervisor', 'technician', 'auditor'],
  },
  {
    name: 'rules',
    icon: BookOpenTextIcon,
    to: '/workbench/rules',
    access: cadreRoles,
    acts: ['committee', 'operator'],
  },
  { name: 'roles', icon: IdentificationBadgeIcon, to: '/workbench/roles', access: cadreRoles },
  {
    name: 'openings',
    icon: LockKeyOpenIcon,
    to: '/workbench/openings',
    access: ['committee', 'supervisor', 'auditor'],
    acts: ['committee'],
  },
  { name: 'log', icon: BookIcon, to: '/workbench/log', access: cadreRoles },
]

/** The sections that the reader's offices open. */
export function WorkSections() {
  const t = useT(workbenchMessages)
  const { session } = useSession()
  return (
    <Section title={t('sections')}>
      <List label={t('sections')}>
        {sections
          .filter(({ access }) => hasRole(session, access))
          .map((section) => (
            <ListRow
              key={section.name}
              lead={<Icon of={section.icon} />}
              title={t(`section_${section.name}`)}
              note={
                'acts' in section && !hasRole(session, section.acts)
                  ? t(`section_${section.name}Read`)
                  : t(`section_${section.name}Hint`)
              }
              to={section.to}
            />
          ))}
      </List>
    </Section>
  )
}
