import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { apiUrl, post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { DataAccess } from './data-access.tsx'
import { EraseMyself } from './erase-myself.tsx'
import { dataBankMessages } from './messages.ts'
import { useHeldData } from './use-held-data.ts'
import './data-bank.css'

/** What is held about me: to take along, to publish or not, and who has looked. */
export function MyDataPage() {
  const t = useT(dataBankMessages)
  return (
    <Page wide title={t('data')} lead={t('dataLead')} back="/me">
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
            href={apiUrl('/api/me/data', { download: '1' })}
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
    post('/api/me/name-publication', {}, { publishes }, { idempotencyKey }),
  )
  const shown = publish.isPending ? publish.variables : held.data?.publishesName
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
