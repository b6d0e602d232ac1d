import { BellIcon } from '@phosphor-icons/react/dist/csr/Bell'
import { CalendarCheckIcon } from '@phosphor-icons/react/dist/csr/CalendarCheck'
import { ChatTextIcon } from '@phosphor-icons/react/dist/csr/ChatText'
import { ChartBarIcon } from '@phosphor-icons/react/dist/csr/ChartBar'
import { CoinsIcon } from '@phosphor-icons/react/dist/csr/Coins'
import { DeviceMobileIcon } from '@phosphor-icons/react/dist/csr/DeviceMobile'
import { GearIcon } from '@phosphor-icons/react/dist/csr/Gear'
import { GiftIcon } from '@phosphor-icons/react/dist/csr/Gift'
import { HouseIcon } from '@phosphor-icons/react/dist/csr/House'
import { IdentificationCardIcon } from '@phosphor-icons/react/dist/csr/IdentificationCard'
import { ListChecksIcon } from '@phosphor-icons/react/dist/csr/ListChecks'
import { MedalIcon } from '@phosphor-icons/react/dist/csr/Medal'
import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone'
import { PaperPlaneTiltIcon } from '@phosphor-icons/react/dist/csr/PaperPlaneTilt'
import { PlantIcon } from '@phosphor-icons/react/dist/csr/Plant'
import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import { StarIcon } from '@phosphor-icons/react/dist/csr/Star'
import { StorefrontIcon } from '@phosphor-icons/react/dist/csr/Storefront'
import { TicketIcon } from '@phosphor-icons/react/dist/csr/Ticket'
import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { useAnswer } from '../../app/use-answer.ts'
import { useDoor } from '../../app/door.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useOutbox } from '../../app/use-outbox.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { dataBankMessages } from './messages.ts'
import { SessionEnd } from './session-end.tsx'
import { HonourTrend } from './trend.tsx'

/** The data bank: what my household has, where each point comes from, and who may see what. */
export function MePage() {
  const t = useT(dataBankMessages)
  const { session } = useSession()
  const doorOf = useDoor()
  if (session === null) return null
  const { person, household } = session
  return (
    <Page title={person.name} lead={`${session.village.name} · ${doorOf(household)}`}>
      {!household.joined && (
        <Notice actions={<LinkButton to="/me/household">{t('toJoin')}</LinkButton>}>
          {t('notJoined')}
        </Notice>
      )}
      <Balances />
      <MyPages />
      <HonourTrend />
      <SessionEnd />
    </Page>
  )
}

function Balances() {
  const t = useT(dataBankMessages)
  const format = useFormat()
  const account = useAnswer('/api/me/account', { limit: 1 })
  if (account.isPending) return <Skeleton of="number" count={1} />
  if (account.isError) {
    return <ErrorState error={account.error} onRetry={() => void account.refetch()} />
  }
  const { honourHundredths, walletHundredths } = account.data
  return (
    <Stats>
      <Stat
        label={t('honour')}
        value={format.points(honourHundredths)}
        unit={t('unit')}
        note={<span className="soft small">{t('honourNote')}</span>}
        to="/me/points"
      />
      <Stat
        label={t('wallet')}
        value={format.points(Math.max(0, walletHundredths))}
        unit={t('unit')}
        note={
          <span className="soft small">
            {walletHundredths < 0
              ? t('walletOwes', { points: format.points(-walletHundredths) })
              : t('walletNote')}
          </span>
        }
        to="/me/points?unit=wallet"
      />
    </Stats>
  )
}

function MyPages() {
  const t = useT(dataBankMessages)
  const waiting = useOutbox().length
  const takesVouchers = hasRole(useSession().session, ['merchant'])
  const myPages: readonly [PhosphorIcon, string, string][] = [
    [MedalIcon, t('awards'), '/me/awards'],
    [ChatTextIcon, t('objections'), '/me/objections'],
    [MegaphoneIcon, t('reports'), '/me/reports'],
    [PlantIcon, t('plots'), '/plots'],
    [StorefrontIcon, t('shop'), '/me/shop'],
    [TicketIcon, t('vouchers'), '/me/vouchers'],
    ...(takesVouchers
      ? [[TicketIcon, t('till'), '/till'] satisfies [PhosphorIcon, string, string]]
      : []),
    [ListChecksIcon, t('points'), '/me/points'],
    [GiftIcon, t('gifts'), '/me/gifts'],
    [ChartBarIcon, t('income'), '/me/income'],
    [CoinsIcon, t('money'), '/me/money'],
    [CalendarCheckIcon, t('shifts'), '/me/shifts'],
    [StarIcon, t('ratings'), '/me/ratings'],
    [BellIcon, t('messages'), '/me/messages'],
    [HouseIcon, t('household'), '/me/household'],
    [IdentificationCardIcon, t('data'), '/me/data'],
    [ScrollIcon, t('rules'), '/rules'],
    [ScrollIcon, t('notices'), '/notices'],
    ...(waiting === 0
      ? []
      : [[PaperPlaneTiltIcon, t('waiting'), '/waiting'] satisfies [PhosphorIcon, string, string]]),
    [DeviceMobileIcon, t('signInNumber'), '/me/sign-in'],
    [GearIcon, t('settings'), '/settings'],
  ]
  return (
    <List label={t('myPages')}>
      {myPages.map(([icon, title, to]) => (
        <ListRow key={to} lead={<Icon of={icon} />} title={title} to={to} />
      ))}
    </List>
  )
}
