import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { apiGet } from '../../app/api.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { objectionsMessages } from './messages.ts'
import type { NoticedAward } from './objection.ts'

/** The lines of a notice, one of them to object to; the own household's stand first. */
export function ChooseLinePage() {
  const t = useT(objectionsMessages)
  const { id = '' } = useParams()
  const lines = useNoticedAwards(id)
  return (
    <Page title={t('chooseTitle')} lead={t('chooseLead')} back={`/notices/${id}`}>
      {lines.isPending && <Skeleton count={6} />}
      {lines.isError && <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />}
      {lines.isSuccess &&
        (lines.data.awards.length === 0 ? (
          <EmptyState icon={ScrollIcon} title={t('chooseEmpty')} hint={t('chooseEmptyHint')} />
        ) : (
          <List label={t('chooseTitle')}>
            {lines.data.awards.map((line) => (
              <Line key={line.awardId} line={line} noticeId={id} />
            ))}
          </List>
        ))}
    </Page>
  )
}

export function useNoticedAwards(noticeId: string | null) {
  return useQuery({
    queryKey: ['/api/notices', noticeId, 'awards'],
    queryFn: ({ signal }) =>
      apiGet<{ awards: readonly NoticedAward[] }>(
        `/api/notices/${noticeId}/awards`,
        {},
        { signal },
      ),
    enabled: noticeId !== null,
  })
}

function Line({ line, noticeId }: { line: NoticedAward; noticeId: string }) {
  const t = useT(objectionsMessages)
  const format = useFormat()
  const { awardId, headMasked, groupName, itemName, isOwnHousehold, isDisputed, canObject } = line
  return (
    <ListRow
      title={
        <>
          <PersonName name={headMasked} /> · {itemName}
        </>
      }
      note={
        <>
          {isOwnHousehold ? t('ownLine') : groupName}
          {!canObject.ok && !isDisputed && ` · ${canObject.sentence ?? ''}`}
        </>
      }
      value={format.signedPoints(line.pointsHundredths)}
      {...(isDisputed ? { end: <StateBadge tone="waiting">{t('disputed')}</StateBadge> } : {})}
      {...(canObject.ok ? { to: `/awards/${awardId}/object?notice=${noticeId}` } : {})}
    />
  )
}
