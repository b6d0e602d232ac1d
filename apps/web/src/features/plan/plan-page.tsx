import { PlantIcon } from '@phosphor-icons/react/dist/csr/Plant'
import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { hasRole, useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { planDeskMessages } from './desk-messages.ts'
import type { PlannedPlot } from './plan.ts'
import { planners } from './plan-roles.ts'
import { PlanForm } from './plan-form.tsx'
import { PlotPlans } from './plot-plans.tsx'

/** The company's plan: all plots of a season at once. */
export function DeskPlanPage() {
  const t = useT(planDeskMessages)
  const { session } = useSession()
  return (
    <PlanPage title={t('title')} back="/workbench" hint={t('noneHint')} isOf={() => true}>
      <ButtonRow>
        <LinkButton to="/workbench/tasks">{t('tasks')}</LinkButton>
        <LinkButton to="/workbench/plan/facts">{t('facts')}</LinkButton>
        {hasRole(session, planners) && (
          <LinkButton to="/workbench/plan/crops">{t('crops')}</LinkButton>
        )}
        <Button icon={PrinterIcon} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </ButtonRow>
    </PlanPage>
  )
}

/** What a household grows on land of its own. */
export function OwnPlanPage() {
  const t = useT(planDeskMessages)
  return (
    <PlanPage
      title={t('ownTitle')}
      back="/tasks"
      hint={t('noneOwnHint')}
      isOf={({ isMine, isOwnLand }) => isMine && isOwnLand}
    />
  )
}

function PlanPage({
  title,
  back,
  hint,
  isOf,
  children,
}: {
  title: string
  back: string
  hint: string
  isOf: (plot: PlannedPlot) => boolean
  children?: React.ReactNode
}) {
  const t = useT(planDeskMessages)
  const board = useAnswer('/api/plantings')
  const crops = useAnswer('/api/crops')
  const season = board.data?.season ?? null
  const plots = (board.data?.plots ?? []).filter(isOf)
  const open = plots.filter(({ canPlan }) => canPlan.ok)
  const known = (crops.data?.items ?? []).filter(({ isRetired }) => !isRetired)
  return (
    <Page title={title} lead={season?.name} back={back} wide>
      {children}
      {board.isPending && <Skeleton count={6} />}
      {board.isError && <ErrorState error={board.error} onRetry={() => void board.refetch()} />}
      {crops.isError && <ErrorState error={crops.error} onRetry={() => void crops.refetch()} />}
      {board.data !== undefined && season === null && <Notice>{t('noSeason')}</Notice>}
      {crops.data !== undefined && known.length === 0 && <Notice>{t('noCrops')}</Notice>}
      {season !== null && plots.length === 0 && (
        <EmptyState icon={PlantIcon} title={t('none')} hint={hint} />
      )}
      {season !== null && open.length > 0 && known.length > 0 && (
        <PlanForm season={season} plots={open} crops={known} />
      )}
      {plots.length > 0 && <PlotPlans plots={plots} crops={known} />}
    </Page>
  )
}
