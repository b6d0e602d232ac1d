import { toLocalText } from '@azalea/client'
import { BinocularsIcon } from '@phosphor-icons/react/dist/csr/Binoculars'
import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle'
import { useAnswer } from '../../app/use-answer.ts'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { DeskList } from '../../ui/desk-list.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { When } from '../../ui/when.tsx'
import { spotChecksMessages } from './messages.ts'
import { useKindWords } from './use-kind-words.ts'
import { PlaceNote } from './place-note.tsx'
import { announcers, checkers, evidenceReaders, type DrawHead } from './spot-check.ts'

/** 抽查: what waits for a checker's eyes, and every draw. */
export function SpotChecksPage() {
  const t = useT(spotChecksMessages)
  const { session } = useSession()
  return (
    <Page wide title={t('title')} lead={t('lead')} back="/workbench">
      {hasRole(session, checkers) && <MyChecks />}
      <Draws />
      <ButtonRow>
        {hasRole(session, announcers) && (
          <LinkButton kind="primary" wide to="/workbench/spot-checks/announce">
            {t('announce')}
          </LinkButton>
        )}
        {hasRole(session, evidenceReaders) && (
          <LinkButton to="/workbench/rating-evidence">{t('evidence')}</LinkButton>
        )}
      </ButtonRow>
    </Page>
  )
}

function MyChecks() {
  const t = useT(spotChecksMessages)
  const checks = useAnswer('/api/spot-checks')
  return (
    <>
      <Section title={t('toCheck')}>
        {checks.isPending && <Skeleton count={3} />}
        {checks.isError && (
          <ErrorState error={checks.error} onRetry={() => void checks.refetch()} />
        )}
        {checks.data?.items.length === 0 && (
          <EmptyState icon={CheckCircleIcon} title={t('noneToCheck')} hint={t('noneToCheckHint')} />
        )}
        {checks.isSuccess && checks.data.items.length > 0 && (
          <List label={t('toCheck')}>
            {checks.data.items.map(({ canCheck, ...check }) => (
              <ListRow
                key={check.checkId}
                title={check.label}
                note={
                  <>
                    <PlaceNote of={check} />
                    {canCheck.ok ? (
                      <span>
                        <Sentence text={t('due')} at={check.dueAt} as="until" />
                      </span>
                    ) : (
                      <span>{canCheck.sentence}</span>
                    )}
                  </>
                }
                to={`/workbench/spot-checks/${check.checkId}`}
              />
            ))}
          </List>
        )}
      </Section>
      {checks.isSuccess && checks.data.made.length > 0 && (
        <Section title={t('madeByMe')}>
          <List label={t('madeByMe')}>
            {checks.data.made.map((check) => (
              <ListRow
                key={check.checkId}
                title={check.label}
                note={<PlaceNote of={check} />}
                value={t('score', { count: check.score ?? 0 })}
                to={`/workbench/spot-checks/${check.checkId}`}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

function Draws() {
  const t = useT(spotChecksMessages)
  const columns = useDrawColumns()
  const draws = useAnswer('/api/spot-draws')
  return (
    <Section title={t('draws')}>
      {draws.isPending && <Skeleton count={3} />}
      {draws.isError && <ErrorState error={draws.error} onRetry={() => void draws.refetch()} />}
      {draws.data?.items.length === 0 && (
        <EmptyState icon={BinocularsIcon} title={t('noDraws')} hint={t('noDrawsHint')} />
      )}
      {draws.isSuccess && draws.data.items.length > 0 && (
        <DeskList
          label={t('draws')}
          rows={draws.data.items}
          rowKey={({ drawId }) => drawId}
          to={({ drawId }) => `/workbench/spot-draws/${drawId}`}
          columns={columns}
          phone={(draw) => <DrawRow key={draw.drawId} draw={draw} />}
        />
      )}
    </Section>
  )
}

function DrawRow({ draw }: { draw: DrawHead }) {
  const t = useT(spotChecksMessages)
  const kindWords = useKindWords()
  const { drawId, kinds, candidateCount, announcedAt } = draw
  const names = kinds.map(kindWords).join(t('separator'))
  return (
    <ListRow
      title={t('drawLine', { kinds: names, count: candidateCount })}
      note={<When at={announcedAt} />}
      end={<DrawState draw={draw} />}
      to={`/workbench/spot-draws/${drawId}`}
    />
  )
}

function useDrawColumns(): readonly ListColumn<DrawHead>[] {
  const t = useT(spotChecksMessages)
  const kindWords = useKindWords()
  return [
    {
      key: 'what',
      title: t('columnWhat'),
      text: ({ kinds }) => kinds.map(kindWords).join(t('separator')),
      sort: 'what',
    },
    {
      key: 'announced',
      title: t('columnAnnounced'),
      text: ({ announcedAt }) => toLocalText(announcedAt).replace('T', ' '),
      cell: ({ announcedAt }) => <When at={announcedAt} />,
      sort: 'announced',
    },
    {
      key: 'from',
      title: t('columnFrom'),
      text: ({ candidateCount }) => candidateCount,
      numeric: true,
      sort: 'from',
    },
    {
      key: 'state',
      title: t('columnState'),
      text: (draw) => progressOf(draw, t),
      cell: (draw) => <DrawState draw={draw} />,
    },
  ]
}

function progressOf(
  { drawnAt, drawn, made, lapsed }: DrawHead,
  t: ReturnType<typeof useT<typeof spotChecksMessages.zh>>,
): string {
  if (drawnAt === null) return t('waiting')
  return t('madeOf', { made, drawn }) + (lapsed > 0 ? t('andLapsed', { count: lapsed }) : '')
}

function DrawState({ draw }: { draw: DrawHead }) {
  const t = useT(spotChecksMessages)
  const { drawnAt, drawn, made, lapsed } = draw
  const isMade = drawnAt !== null && made === drawn
  const isOver = drawnAt !== null && made + lapsed === drawn
  return (
    <StateBadge tone={isMade ? 'done' : isOver ? 'past' : 'waiting'}>
      {progressOf(draw, t)}
    </StateBadge>
  )
}
