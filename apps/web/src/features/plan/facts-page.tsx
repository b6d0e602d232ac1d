import { civilDay, type Answer } from '@azalea/client'
import { addCivilDays } from '@azalea/text'
import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useMemo } from 'react'
import { serverNow } from '../../app/server-clock.ts'
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
          <CropTable weeks={facts.data.weeks} />
          <Section title={t('byWeek')}>
            <Charts weeks={facts.data.weeks} />
          </Section>
          <TaskCounts tasks={facts.data.tasks} />
        </>
      )}
    </Page>
  )
}

const kilograms = (grams: number) => Math.round(grams / 1_000)

/** One trend a crop, from its first week to its last; a week without either counts as none. */
function Charts({ weeks }: Pick<Facts, 'weeks'>) {
  const t = useT(planDeskMessages)
  const format = useFormat()
  const today = civilDay(serverNow())
  const shown = useMemo(() => {
    const crops = [...new Set(weeks.map(({ crop }) => crop))]
    return crops.map((crop) => ({
      crop,
      weeks: everyWeek(weeks.filter((week) => week.crop === crop)),
    }))
  }, [weeks])
  return shown.map(({ crop, weeks: own }) => (
    <Chart
      key={crop}
      title={t('chart', { crop })}
      labelTitle={t('week')}
      valueTitle={t('declaredKg')}
      beside={{ title: t('plannedKg'), values: own.map((week) => kilograms(week.plannedGrams)) }}
      points={own.map((week) => ({
        label: format.days(week.monday, addCivilDays(week.monday, 6)),
        shortLabel: format.days(week.monday, week.monday),
        value: week.monday > today ? null : kilograms(week.declaredGrams),
      }))}
      format={format.number}
    />
  ))
}

type Week = Omit<Facts['weeks'][number], 'crop'>

function everyWeek(own: readonly Week[]): Week[] {
  const last = own.at(-1)?.monday ?? ''
  const weeks: Week[] = []
  for (let monday = own[0]?.monday ?? ''; monday !== '' && monday <= last;) {
    const none = { monday, plannedGrams: 0, declaredGrams: 0 }
    weeks.push(own.find((week) => week.monday === monday) ?? none)
    monday = addCivilDays(monday, 7)
  }
  return weeks
}

function CropTable({ weeks }: Pick<Facts, 'weeks'>) {
  const t = useT(planDeskMessages)
  const format = useFormat()
  const crops = [...new Set(weeks.map(({ crop }) => crop))]
  const sum = (crop: string, of: 'plannedGrams' | 'declaredGrams') =>
    kilograms(weeks.filter((week) => week.crop === crop).reduce((all, week) => all + week[of], 0))
  return (
    <Section title={t('byCrop')}>
      <DataTable
        caption={t('byCrop')}
        rows={crops}
        rowKey={(crop) => crop}
        columns={[
          { key: 'crop', title: t('crop'), cell: (crop) => crop },
          {
            key: 'planned',
            title: t('plannedKg'),
            cell: (crop) => format.number(sum(crop, 'plannedGrams')),
            numeric: true,
          },
          {
            key: 'declared',
            title: t('declaredKg'),
            cell: (crop) => format.number(sum(crop, 'declaredGrams')),
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
