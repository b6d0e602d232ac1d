import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { EyeIcon } from '@phosphor-icons/react/dist/csr/Eye'
import { apiPost, apiUrl } from '../../app/api.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { usePages } from '../../app/use-pages.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Span, When } from '../../ui/when.tsx'
import type { AccessPageAnswer, AccessRow } from './data-bank.ts'
import { EraseMyself } from './erase-myself.tsx'
import { gatherLooks } from './looks.ts'
import { dataBankMessages } from './messages.ts'
import { useHeldData } from './use-held-data.ts'
import './data-bank.css'

/** What is held about me: to take along, to publish or not, and who has looked. */
export function MyDataPage() {
  const t = useT(dataBankMessages)
  return (
    <Page title={t('data')} lead={t('dataLead')} back="/me">
      <Section title={t('download')}>
        <p>{t('downloadWords')}</p>
        <div className="row">
          {/* Links and not buttons: the browser itself saves what the server sends as a file. */}
          <a className="button button--secondary" href={apiUrl('/api/me/data.pdf')} download>
            <Icon of={DownloadSimpleIcon} />
            {t('downloadPdf')}
          </a>
          <a
            className="button button--secondary"
            href={apiUrl('/api/me/data', { download: 1 })}
            download
          >
            <Icon of={DownloadSimpleIcon} />
            {t('downloadJson')}
          </a>
        </div>
      </Section>
      <List label={t('records')}>
        <ListRow title={t('records')} note={t('recordsLink')} to="/me/records" />
      </List>
      <NamePublication />
      <Section title={t('access')}>
        <p>{t('accessWords')}</p>
        <DataAccess />
      </Section>
      <EraseMyself />
    </Page>
  )
}

function NamePublication() {
  const t = useT(dataBankMessages)
  const held = useHeldData()
  const publish = useCommand((publishes: boolean, idempotencyKey) =>
    apiPost('/api/me/name-publication', { publishes }, { idempotencyKey }),
  )
  const shown = publish.isPending ? publish.variables : held.data?.person.publishesName
  return (
    <Section title={t('namePublication')}>
      {held.isPending && <Skeleton of="text" count={2} />}
      {held.isError && <ErrorState error={held.error} onRetry={() => void held.refetch()} />}
      {shown !== undefined && (
        <Checkbox
          label={t('publishName')}
          hint={shown ? t('publishNameOn') : t('publishNameOff')}
          checked={shown}
          onChange={(publishes) => publish.mutate(publishes)}
        />
      )}
      <ProblemNotice error={publish.error} />
    </Section>
  )
}

const knownRoles = [
  'group_leader',
  'committee',
  'supervisor',
  'technician',
  'town_officer',
  'auditor',
  'operator',
  'villager',
] as const
const knownData = [
  'roster',
  'search',
  'search_phone',
  'roster_export',
  'award',
  'awards',
  'deeds',
  'attendance',
  'opening',
  'rating_evidence',
  'breach_reports',
  'objections',
  'sign_in_change',
] as const

function DataAccess() {
  const t = useT(dataBankMessages)
  const pages = usePages<AccessPageAnswer>('/api/me/data-access')
  const roleOf = (role: string | null) => {
    const known = knownRoles.find((one) => one === role)
    return known === undefined ? '' : t(`role_${known}`)
  }
  const whatOf = (what: string) => {
    const known = knownData.find((one) => one === what)
    return known === undefined ? t('saw_anything') : t(`saw_${known}`)
  }
  return (
    <Paged<AccessRow, AccessPageAnswer>
      pages={pages}
      empty={<EmptyState icon={EyeIcon} title={t('noAccess')} hint={t('noAccessHint')} />}
    >
      {(rows) => (
        <List label={t('access')}>
          {gatherLooks(rows).map(({ last, firstAt, count }, index) => (
            <ListRow
              // Two looks may share their second; a look has no name of its own.
              // oxlint-disable-next-line react/no-array-index-key
              key={`${last.viewedAt} ${index}`}
              title={`${last.viewerName ?? t('erased')} ${roleOf(last.viewerRole)}`}
              note={
                <>
                  <span>{whatOf(last.what)}</span>
                  <Times from={firstAt} to={last.viewedAt} />
                  {count > 1 && <span>{t('looks', { count })}</span>}
                </>
              }
            />
          ))}
        </List>
      )}
    </Paged>
  )
}

/** One time where both are told as the same minute. */
function Times({ from, to }: { from: string; to: string }) {
  const format = useFormat()
  return format.when(from) === format.when(to) ? <When at={to} /> : <Span from={from} to={to} />
}
