import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { amountWords } from '@azalea/produce-rules'
import { AskForm } from './ask-form.tsx'
import { AskedLine } from './asked-line.tsx'
import { HarvestForm } from './harvest-form.tsx'
import { inputMessages } from './messages.ts'
import type { PlotInputs } from './inputs.ts'
import { SeeTo } from './see-to.tsx'

/** What was put on a plot, what is asked, and from when it may be harvested. */
export function PlotPage() {
  const t = useT(inputMessages)
  const { id = '' } = useParams()
  const plot = useAnswer('/api/plots/{id}/inputs', { id })
  return (
    <Page
      title={plot.data === undefined ? t('plain') : t('title', { label: plot.data.label })}
      back="/plots"
    >
      {plot.isPending && <Skeleton count={5} />}
      {plot.isError && <ErrorState error={plot.error} onRetry={() => void plot.refetch()} />}
      {plot.data !== undefined && <Loaded plot={plot.data} />}
    </Page>
  )
}

function Loaded({ plot }: { plot: PlotInputs }) {
  const t = useT(inputMessages)
  return (
    <>
      <HarvestNotice plot={plot} />
      {plot.asked.length > 0 && (
        <Section title={t('asked')}>
          <ul className="list" aria-label={t('asked')}>
            {plot.asked.map((asked) => (
              <AskedLine
                key={asked.applicationId}
                asked={asked}
                answers={plot.canSeeTo.ok}
                isOwn={plot.canAsk.ok}
                isHere
              />
            ))}
          </ul>
        </Section>
      )}
      {plot.canAsk.ok && <AskForm plot={plot} />}
      <Applied plot={plot} />
      {plot.canAsk.ok && <HarvestForm plot={plot} />}
      <Harvests plot={plot} />
      {plot.canSeeTo.ok && <SeeTo plotId={plot.plotId} />}
      <Checks plot={plot} />
    </>
  )
}

function HarvestNotice({ plot }: { plot: PlotInputs }) {
  const t = useT(inputMessages)
  const { canHarvestToday, possibleAgain } = plot
  if (canHarvestToday.ok) return <Notice kind="done">{t('harvestNow')}</Notice>
  if (canHarvestToday.code === 'harvest_held') return <Notice kind="wrong">{t('held')}</Notice>
  return <Notice kind="waiting">{t('harvestLater', { again: possibleAgain ?? '' })}</Notice>
}

function Applied({ plot }: { plot: PlotInputs }) {
  const t = useT(inputMessages)
  const format = useFormat()
  const language = useLanguage()
  return (
    <Section title={t('applied')}>
      {plot.applied.length === 0 && <p className="soft">{t('appliedNone')}</p>}
      <List label={t('applied')}>
        {plot.applied.map((one) => (
          <ListRow
            key={one.applicationId}
            title={`${one.productName} · ${amountWords(one.amount)[language]}`}
            note={
              <>
                <span>
                  {t('appliedNote', {
                    day: format.when(one.appliedAt),
                    crop: one.crop,
                    name: one.approvedByName ?? '—',
                  })}
                </span>
                <span>{t('appliedUntil', { day: format.day(one.harvestFrom) })}</span>
              </>
            }
          />
        ))}
      </List>
    </Section>
  )
}

function Harvests({ plot }: { plot: PlotInputs }) {
  const t = useT(inputMessages)
  const format = useFormat()
  if (plot.harvests.length === 0) return null
  return (
    <Section title={t('harvests')}>
      <List label={t('harvests')}>
        {plot.harvests.map(({ harvestId, on, crop, expectedGrams }) => (
          <ListRow
            key={harvestId}
            title={format.day(on)}
            note={t('harvestRow', { crop, kg: format.number(expectedGrams / 1000) })}
          />
        ))}
      </List>
    </Section>
  )
}

function Checks({ plot }: { plot: PlotInputs }) {
  const t = useT(inputMessages)
  const format = useFormat()
  if (plot.tests.length + plot.inspections.length === 0) return null
  return (
    <Section title={t('tests')}>
      <List label={t('tests')}>
        {plot.tests.map(({ testId, method, outcome, testedAt }) => (
          <ListRow
            key={testId}
            title={t(`method_${method}`)}
            note={format.when(testedAt)}
            end={
              <StateBadge tone={outcome === 'passed' ? 'done' : 'wrong'}>
                {t(`outcome_${outcome}`)}
              </StateBadge>
            }
          />
        ))}
        {plot.inspections.map(({ inspectionId, grade, inspectedAt }) => (
          <ListRow
            key={inspectionId}
            title={t('inspection')}
            note={format.when(inspectedAt)}
            value={t(`grade_${grade}`)}
          />
        ))}
      </List>
    </Section>
  )
}
