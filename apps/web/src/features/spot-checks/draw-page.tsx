import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Facts } from '../../ui/facts.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'
import { spotChecksMessages } from './messages.ts'
import { useKindWords } from './use-kind-words.ts'
import { PlaceNote } from './place-note.tsx'
import type { DrawAnswer } from './spot-check.ts'
import './spot-checks.css'

const LOOK_AGAIN_MILLISECONDS = 5_000
const tones = { open: 'waiting', made: 'done', lapsed: 'past' } as const

/** One draw: how it came about, what was drawn, and all it takes to draw it again. */
export function DrawPage() {
  const t = useT(spotChecksMessages)
  const { id = '' } = useParams()
  const draw = useAnswer(
    '/api/spot-draws/{id}',
    { id },
    {
      // Until its checkpoint is published there is something to wait for.
      refetchInterval: ({ state }) =>
        state.data !== undefined && state.data.drawnAt === null ? LOOK_AGAIN_MILLISECONDS : false,
    },
  )
  return (
    <Page title={t('drawTitle')} back="/workbench/spot-checks" wide>
      {draw.isPending && <Skeleton count={6} />}
      {draw.isError && <ErrorState error={draw.error} onRetry={() => void draw.refetch()} />}
      {draw.isSuccess && <Shown draw={draw.data} />}
    </Page>
  )
}

function Shown({ draw }: { draw: DrawAnswer }) {
  const t = useT(spotChecksMessages)
  const kindWords = useKindWords()
  const format = useFormat()
  const { announcedAt, drawnAt, ratePermille, randomPermille, kinds, candidateCount } = draw
  return (
    <>
      <Facts
        facts={[
          {
            label: t('kinds'),
            value: kinds.map(kindWords).join(t('separator')),
          },
          { label: t('list'), value: t('listCount', { count: candidateCount }) },
          {
            label: t('rateShown'),
            value: t('rateValue', {
              rate: format.percent(ratePermille / 1000),
              random: format.percent(randomPermille / 1000),
            }),
          },
          { label: t('announcedAt'), value: <When at={announcedAt} /> },
          { label: t('drawnAt'), value: drawnAt && <When at={drawnAt} /> },
        ]}
      />
      {drawnAt === null ? (
        <Notice kind="waiting">{t('waitsForCheckpoint')}</Notice>
      ) : (
        <Drawn checks={draw.checks} />
      )}
      <Candidates draw={draw} />
      <Verify draw={draw} />
    </>
  )
}

function Drawn({ checks }: { checks: DrawAnswer['checks'] }) {
  const t = useT(spotChecksMessages)
  return (
    <Section title={t('drawn')}>
      <List label={t('drawn')}>
        {checks.map((check) => (
          <ListRow
            key={check.checkId}
            title={check.label}
            note={
              <>
                <PlaceNote of={check} />
                <span>{t(`by_${check.drawnBy}`)}</span>
              </>
            }
            {...(check.score === null ? {} : { value: t('score', { count: check.score }) })}
            end={<StateBadge tone={tones[check.state]}>{t(`state_${check.state}`)}</StateBadge>}
            to={`/workbench/spot-checks/${check.checkId}`}
          />
        ))}
      </List>
    </Section>
  )
}

function Candidates({ draw }: { draw: DrawAnswer }) {
  const t = useT(spotChecksMessages)
  const rows = draw.candidates.toSorted((a, b) => b.priority - a.priority)
  return (
    <details className="spot-details">
      <summary>
        {t('candidates')} · {t('listCount', { count: draw.candidateCount })}
      </summary>
      <DataTable
        caption={t('candidates')}
        rows={rows}
        rowKey={({ candidate }) => candidate}
        columns={[
          {
            key: 'what',
            title: t('what'),
            cell: (row) =>
              [row.label, row.kind === 'shift' ? row.place : null].filter(Boolean).join(' · '),
          },
          {
            key: 'priority',
            title: t('priority'),
            numeric: true,
            cell: ({ priority }) => priority,
          },
          {
            key: 'why',
            title: t('why'),
            cell: ({ reasons }) =>
              reasons.map((reason) => t(`reason_${reason}`)).join(t('separator')) || '–',
          },
          {
            key: 'candidate',
            title: t('candidate'),
            cell: ({ candidate }) => <code className="spot-code">{candidate}</code>,
          },
        ]}
      />
    </details>
  )
}

function Verify({ draw: { name, listHash, checkpoint, seed } }: { draw: DrawAnswer }) {
  const t = useT(spotChecksMessages)
  const code = (text: string | null) => text && <code className="spot-code">{text}</code>
  return (
    <details className="spot-details">
      <summary>{t('verify')}</summary>
      <div className="stack">
        <p>{t('verifyHow')}</p>
        <Facts
          facts={[
            { label: t('nameInLog'), value: code(name) },
            { label: t('listHash'), value: code(listHash) },
            { label: t('checkpoint'), value: code(checkpoint) },
            { label: t('seed'), value: code(seed) },
          ]}
        />
      </div>
    </details>
  )
}
