import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { InstallHint } from '../../app/install-hint.tsx'
import { useSetup, type VillageName } from '../../app/setup.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { publicMessages } from './public-messages.ts'

/** For a visitor: what this is, how many take part, where to look, and the way in. */
export function PublicHome() {
  const t = useT(publicMessages)
  const setup = useSetup()
  const villages = setup.data?.villages ?? []
  const [village] = villages
  if (setup.data?.needed === true) {
    return (
      <Page title={t('setUpTitle')} lead={t('setUpHint')}>
        <LinkButton kind="primary" to="/setup">
          {t('setUp')}
        </LinkButton>
      </Page>
    )
  }
  return (
    <Page title={t('tagline')}>
      <div className="stack">
        <p>{t('about')}</p>
        <p>{t('aboutOpen')}</p>
      </div>
      <ButtonRow>
        <LinkButton kind="primary" to="/sign-in">
          {t('signIn')}
        </LinkButton>
        <LinkButton to="/scan">{t('scan')}</LinkButton>
      </ButtonRow>
      {setup.isPending && <Skeleton count={3} />}
      {village !== undefined && villages.length === 1 && (
        <VillagePart villageId={village.villageId} name={village.name} />
      )}
      {villages.length > 1 && <Villages villages={villages} />}
      <InstallHint />
    </Page>
  )
}

function VillagePart({ villageId, name }: { villageId: string; name: string }) {
  const t = useT(publicMessages)
  return (
    <Section title={name}>
      <Size villageId={villageId} />
      <List label={name}>
        <ListRow title={t('board')} to={`/v/${villageId}/board`} />
        <ListRow title={t('activities')} to={`/v/${villageId}/activities`} />
        <ListRow title={t('plots')} to={`/v/${villageId}/plots`} />
        <ListRow title={t('offers')} to={`/v/${villageId}/offers`} />
        <ListRow title={t('shopPrices')} to={`/v/${villageId}/shop`} />
        <ListRow title={t('voucherPrices')} to={`/v/${villageId}/vouchers`} />
        <ListRow title={t('notices')} to={`/v/${villageId}/notices`} />
        <ListRow title={t('rules')} to={`/v/${villageId}/rules`} />
        <ListRow title={t('verify')} note={t('verifyNote')} to={`/verify/${villageId}`} />
      </List>
    </Section>
  )
}

function Size({ villageId }: { villageId: string }) {
  const t = useT(publicMessages)
  const format = useFormat()
  const size = useAnswer('/api/villages/{villageId}', { villageId })
  if (size.isPending) return <Skeleton of="number" count={1} />
  if (size.isError) return null
  const { memberHouseholds, households, people } = size.data
  return (
    <Stats>
      <Stat
        label={t('memberHouseholds')}
        value={format.number(memberHouseholds)}
        unit={t('householdsUnit')}
        note={<span className="soft small">{t('ofHouseholds', { count: households })}</span>}
      />
      <Stat label={t('people')} value={format.number(people)} unit={t('peopleUnit')} />
    </Stats>
  )
}

function Villages({ villages }: { villages: readonly VillageName[] }) {
  const t = useT(publicMessages)
  return (
    <Section title={t('villages')}>
      <List label={t('villages')}>
        {villages.map(({ villageId, name, townName }) => (
          <ListRow key={villageId} title={name} note={townName} to={`/v/${villageId}/board`} />
        ))}
      </List>
    </Section>
  )
}
