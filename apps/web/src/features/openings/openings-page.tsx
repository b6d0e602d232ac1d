import type { Answer } from '@azalea/api-client'
import { useQuery } from '@tanstack/react-query'
import { LockKeyOpenIcon } from '@phosphor-icons/react/dist/csr/LockKeyOpen'
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { apiGet } from '../../app/api.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useLanguage } from '../../app/settings.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { openingsMessages } from './messages.ts'
import { openable, type Opening } from './opening.ts'
import { OpeningActions } from './opening-actions.tsx'

const tones = { proposed: 'waiting', granted: 'done', refused: 'past', ended: 'past' } as const

/** Which sealed parts auditors may see, until when, and who agreed to it. */
export function OpeningsPage() {
  const t = useT(openingsMessages)
  const { session } = useSession()
  const openings = useQuery({
    queryKey: ['/api/openings'],
    queryFn: ({ signal }) => apiGet<Answer<'/api/openings'>>('/api/openings', {}, { signal }),
  })
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back="/workbench"
      {...(hasRole(session, ['committee'])
        ? {
            actions: (
              <LinkButton to="/workbench/openings/new" icon={PlusIcon}>
                {t('propose')}
              </LinkButton>
            ),
          }
        : {})}
    >
      {openings.isPending && <Skeleton count={3} />}
      {openings.isError && (
        <ErrorState error={openings.error} onRetry={() => void openings.refetch()} />
      )}
      {openings.data?.items.length === 0 && (
        <EmptyState icon={LockKeyOpenIcon} title={t('none')} hint={t('noneHint')} />
      )}
      {openings.data?.items.map((opening) => (
        <OpeningSection key={opening.openingId} opening={opening} />
      ))}
    </Page>
  )
}

function OpeningSection({ opening }: { opening: Opening }) {
  const t = useT(openingsMessages)
  const format = useFormat()
  const { fromDay, throughDay, state } = opening
  const nameOf = (name: string | null) => name ?? t('erased')
  const span = { from: format.day(fromDay), through: format.day(throughDay) }
  return (
    <Section
      title={t('for', { name: nameOf(opening.auditorName) })}
      aside={<StateBadge tone={tones[state]}>{t(`state_${state}`)}</StateBadge>}
    >
      <Facts
        facts={[
          { label: t('scope'), value: <Kinds kinds={opening.kinds} /> },
          {
            label: t('days'),
            value: fromDay === throughDay ? span.from : t('daysSpan', span),
          },
          { label: t('reason'), value: opening.reason },
          { label: t('proposedBy'), value: nameOf(opening.proposedByName) },
          {
            label: t('decidedBy'),
            value: state === 'proposed' ? null : nameOf(opening.decidedByName),
          },
          { label: t('validity'), value: <Validity opening={opening} /> },
        ]}
      />
      <OpeningActions opening={opening} />
    </Section>
  )
}

function Kinds({ kinds }: Pick<Opening, 'kinds'>) {
  const t = useT(openingsMessages)
  const language = useLanguage()
  const words = kinds.map((kind) => {
    const known = openable.find((one) => one === kind)
    return known === undefined ? kind : t(`kind_${known}`)
  })
  const locale = language === 'zh' ? 'zh-CN' : 'en'
  return <>{new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)}</>
}

function Validity({ opening: { state, endsAt, validDays } }: { opening: Opening }) {
  const t = useT(openingsMessages)
  const format = useFormat()
  if (endsAt === null) return <>{t('validFor', { count: validDays })}</>
  return <>{t(state === 'ended' ? 'endedAt' : 'validUntil', { at: format.when(endsAt) })}</>
}
