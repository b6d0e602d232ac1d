import type { Item } from '@azalea/client'
import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { BookOpenIcon } from '@phosphor-icons/react/dist/csr/BookOpen'
import { Link } from 'wouter'
import { apiUrl } from '../../app/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { usePages } from '../../app/use-pages.ts'
import { useRecordKind } from '../../ui/log-words.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { StateBadge, type StateTone } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'
import { dataBankMessages } from './messages.ts'
import './data-bank.css'

/** One record about me, and where it stands in the village's log. */
type OwnRecord = Item<'/api/me/records'>

const tones: Record<OwnRecord['state'], StateTone> = {
  in_log: 'done',
  waiting: 'past',
  late: 'waiting',
}

/** Every record about me, each with the receipt that proves it stands in the village's log. */
export function MyRecordsPage() {
  const t = useT(dataBankMessages)
  const villageId = useSession().session?.village.villageId ?? ''
  const pages = usePages('/api/me/records')
  return (
    <Page title={t('records')} lead={t('recordsLead')} back="/me/data">
      <LinkButton to={`/verify/${villageId}`}>{t('recordsVerify')}</LinkButton>
      <Paged
        pages={pages}
        empty={<EmptyState icon={BookOpenIcon} title={t('noRecords')} hint={t('noRecordsHint')} />}
      >
        {(records) => (
          <List label={t('records')}>
            {records.map((record) => (
              <Row key={record.recordId} record={record} villageId={villageId} />
            ))}
          </List>
        )}
      </Paged>
    </Page>
  )
}

function Row({ record, villageId }: { record: OwnRecord; villageId: string }) {
  const t = useT(dataBankMessages)
  const format = useFormat()
  const kindOf = useRecordKind()
  const { recordId, kind, recordedAt, state, index } = record
  const title = kindOf(kind)
  const isIn = state === 'in_log'
  return (
    <ListRow
      title={isIn ? <Link href={`/verify/${villageId}?record=${recordId}`}>{title}</Link> : title}
      note={
        <>
          <When at={recordedAt} />
          {isIn && index !== null && <span>{t('recordNo', { no: format.number(index + 1) })}</span>}
        </>
      }
      end={
        isIn ? (
          <a
            className="button button--quiet"
            href={apiUrl('/api/me/records/{id}/receipt', { id: recordId })}
            aria-label={`${t('receipt')} · ${title}`}
            download
          >
            <Icon of={DownloadSimpleIcon} />
            {t('receipt')}
          </a>
        ) : (
          <StateBadge tone={tones[state]}>{t(`record_${state}`)}</StateBadge>
        )
      }
    />
  )
}
