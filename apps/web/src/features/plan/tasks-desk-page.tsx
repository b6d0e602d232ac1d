import { useState } from 'react'
import { apiUrl } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { planDeskMessages } from './desk-messages.ts'
import { planMessages } from './messages.ts'
import { taskTones, useTaskName, type OwnTask } from './plan.ts'

const states = ['late', 'open', 'done', 'given_up'] as const
type Choice = 'all' | (typeof states)[number]

/** What is to be done on all plots: the late first. */
export function TasksDeskPage() {
  const t = useT(planDeskMessages)
  const [choice, setChoice] = useState<Choice>('all')
  const tasks = useAnswer('/api/tasks', choice === 'all' ? {} : { state: choice })
  const { counts, items, left } = tasks.data ?? { counts: null, items: [], left: 0 }
  return (
    <Page title={t('tasksTitle')} lead={t('tasksLead')} back="/workbench/plan" wide>
      <SelectField
        label={t('filter')}
        value={choice}
        options={[
          { value: 'all', label: t('filter_all') },
          ...states.map((value) => ({
            value,
            label: t(`count_${value}`, { count: counts?.[value] ?? 0 }),
          })),
        ]}
        onChange={setChoice}
      />
      {tasks.isPending && <Skeleton count={6} />}
      {tasks.isError && <ErrorState error={tasks.error} onRetry={() => void tasks.refetch()} />}
      {tasks.data !== undefined && items.length === 0 && <p className="soft">{t('tasksNone')}</p>}
      {items.length > 0 && <TaskTable tasks={items} />}
      {left > 0 && <p className="soft">{t('more', { count: left })}</p>}
    </Page>
  )
}

function TaskTable({ tasks }: { tasks: readonly OwnTask[] }) {
  const t = useT(planDeskMessages)
  const words = useT(planMessages)
  const format = useFormat()
  const name = useTaskName()
  const stateOf = ({ state, end }: OwnTask) =>
    words(state === 'done' && end?.wasLate === true ? 'wasLate' : `state_${state}`)
  return (
    <DataTable
      caption={t('byTask')}
      rows={tasks}
      rowKey={({ taskId }) => taskId}
      columns={[
        { key: 'plot', title: t('plot'), cell: ({ plotLabel }) => plotLabel },
        { key: 'task', title: t('task'), cell: (task) => `${task.cropName} ${name(task)}` },
        {
          key: 'due',
          title: t('due'),
          cell: ({ dueFrom, dueTo }) => format.days(dueFrom, dueTo),
        },
        {
          key: 'state',
          title: t('state'),
          cell: (task) => <StateBadge tone={taskTones[task.state]}>{stateOf(task)}</StateBadge>,
        },
        {
          key: 'who',
          title: t('who'),
          cell: ({ end }) =>
            end === null
              ? ''
              : `${words('endedOn', { day: format.day(end.on), name: end.byName ?? '' })}${
                  end.because === null ? '' : ` · ${words(`because_${end.because}`)}`
                }`,
        },
        {
          key: 'photo',
          title: t('photo'),
          cell: (task) => {
            const fileId = task.end?.photoFileId ?? null
            if (fileId === null) return ''
            return (
              <a href={apiUrl('/api/photos/{fileId}', { fileId })} target="_blank" rel="noreferrer">
                <img
                  className="evidence-photo"
                  src={apiUrl('/api/photos/{fileId}', { fileId })}
                  alt={t('photoOf', { plot: task.plotLabel, task: name(task) })}
                  loading="lazy"
                  width={64}
                />
              </a>
            )
          },
        },
      ]}
    />
  )
}
