import { PlantIcon } from '@phosphor-icons/react/dist/csr/Plant'
import { useAnswer } from '../../app/use-answer.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { List } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { planMessages } from './messages.ts'
import type { OwnTask } from './plan.ts'
import { DueTask, TaskRow } from './task-rows.tsx'

/** What a grower is to do on the plots of their household, the late first. */
export function TasksPage() {
  const t = useT(planMessages)
  const tasks = useAnswer('/api/tasks/own')
  const items = tasks.data?.items ?? []
  const due = items.filter(({ isDue, end }) => end === null && isDue)
  return (
    <Page title={t('title')} lead={t('lead')} back="/">
      {tasks.isPending && <Skeleton count={3} />}
      {tasks.isError && <ErrorState error={tasks.error} onRetry={() => void tasks.refetch()} />}
      {tasks.data !== undefined && due.length === 0 && (
        <EmptyState icon={PlantIcon} title={t('none')} hint={t('noneHint')} />
      )}
      {due.length > 0 && (
        <Section title={t('toDo')}>
          <ul className="list" aria-label={t('toDo')}>
            {due.map((task) => (
              <DueTask key={task.taskId} task={task} />
            ))}
          </ul>
        </Section>
      )}
      <Rows title={t('ahead')} tasks={items.filter(({ isDue, end }) => end === null && !isDue)} />
      <Rows title={t('ended')} tasks={items.filter(({ end }) => end !== null)} />
      <ButtonRow>
        <LinkButton to="/plots">{t('toPlots')}</LinkButton>
        <LinkButton to="/own-plan">{t('toPlan')}</LinkButton>
      </ButtonRow>
    </Page>
  )
}

function Rows({ title, tasks }: { title: string; tasks: readonly OwnTask[] }) {
  if (tasks.length === 0) return null
  return (
    <Section title={title}>
      <List label={title}>
        {tasks.map((task) => (
          <TaskRow key={task.taskId} task={task} />
        ))}
      </List>
    </Section>
  )
}
