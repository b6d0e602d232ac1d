import type { Answer } from '@azalea/client'
import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useAnswer } from '../../app/use-answer.ts'
import { Button } from '../../ui/button.tsx'
import { Chart } from '../../ui/chart.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { planDeskMessages } from './desk-messages.ts'

type Facts = Answer<'/api/plan-facts'>

/** Plan against fact, by crop and week, and how tasks were done. */
export function FactsPage() {
  const t = useT(planDeskMessages)
  const facts = useAnswer('/api/plan-facts')
  const season = facts.data?.seasonName ?? null
  const isEmpty =
    facts.data !== undefined && facts.data.weeks.length + facts.data.tasks.length === 0
  return (
    <Page
      title={t('factsTitle')}
      lead={season === null ? undefined : t('factsLead', { season })}
      back="/workbench/plan"
      wide
    >
      {facts.isPending && <Skeleton count={4} />}
      {facts.isError && <ErrorState error={facts.error} onRetry={() => void facts.refetch()} />}
      {isEmpty && <p className="soft">{t('factsNone')}</p>}
      {facts.data !== undefined && !isEmpty && (
        <>
          <div>
            <Button icon={PrinterIcon} onClick={() => window.print()}>
              {t('print')}
            </Button>
          </div>
          <Charts weeks={facts.data.weeks} />
          <WeekTable weeks={facts.data.weeks} />
          <TaskCounts tasks={facts.data.tasks} />
        </>
      )}
    </Page>
  )
}

const kilograms = (grams: number) => Math.round(grams / 1_000)

function Charts({ weeks }: Pick<Facts, 'weeks'>) {
  const t = useT(planDeskMessages)
  const format = useFormat()
  const crops = [...new Set(weeks.map(({ crop }) => crop))]
  return crops.flatMap((crop) => {
    const own = weeks.filter((week) => week.crop === crop)
    return (['plannedGrams', 'declaredGrams'] as const).map((of) => (
      <Chart
        key={`${crop} ${of}`}
        title={t(of === 'plannedGrams' ? 'chartPlanned' : 'chartDeclared', { crop })}
        labelTitle={t('week')}
        valueTitle={t(of === 'plannedGrams' ? 'plannedKg' : 'declaredKg')}
        kind="bars"
        points={own.map((week) => ({
          label: t('weekOf', { day: format.day(week.monday) }),
          value: kilograms(week[of]),
        }))}
        format={(value) => format.number(value)}
      />
    ))
  })
}

function WeekTable({ weeks }: Pick<Facts, 'weeks'>) {
  const t = useT(planDeskMessages)
  const format = useFormat()
  return (
    <Section title={t('byWeek')}>
      <DataTable
        caption={t('byWeek')}
        rows={weeks}
        rowKey={({ monday, crop }) => `${monday} ${crop}`}
        columns={[
          {
            key: 'week',
            title: t('week'),
            cell: ({ monday }) => t('weekOf', { day: format.day(monday) }),
          },
          { key: 'crop', title: t('crop'), cell: ({ crop }) => crop },
          {
            key: 'planned',
            title: t('plannedKg'),
            cell: ({ plannedGrams }) => format.number(kilograms(plannedGrams)),
            numeric: true,
          },
          {
            key: 'declared',
            title: t('declaredKg'),
            cell: ({ declaredGrams }) => format.number(kilograms(declaredGrams)),
            numeric: true,
          },
        ]}
      />
    </Section>
  )
}

function TaskCounts({ tasks }: Pick<Facts, 'tasks'>) {
  const t = useT(planDeskMessages)
  const format = useFormat()
  const outcomes = ['onTime', 'doneLate', 'late', 'givenUp', 'open'] as const
  return (
    <Section title={t('taskTable')}>
      <DataTable
        caption={t('taskTable')}
        rows={tasks}
        rowKey={({ crop }) => crop}
        columns={[
          { key: 'crop', title: t('crop'), cell: ({ crop }) => crop },
          ...outcomes.map((outcome) => ({
            key: outcome,
            title: t(outcome),
            cell: (row: Facts['tasks'][number]) => format.number(row[outcome]),
            numeric: true,
          })),
        ]}
      />
    </Section>
  )
}
