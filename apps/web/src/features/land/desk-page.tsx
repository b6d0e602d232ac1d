import { MapTrifoldIcon } from '@phosphor-icons/react/dist/csr/MapTrifold'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { landKeepers, type Plot } from './land.ts'
import { landMessages } from './messages.ts'
import { PlotsOnMap } from './plots-on-map.tsx'

/** The desk's map: who grows where, what rests, and the ways to draw more. */
export function DeskPage() {
  const t = useT(landMessages)
  const land = useAnswer('/api/plots')
  const { session } = useSession()
  const [chosenId, setChosen] = useState<string | null>(null)
  const plots = land.data?.plots ?? []
  const chosen = plots.find(({ plotId }) => plotId === chosenId)
  return (
    <Page title={t('title')} lead={land.data?.season?.name} back="/workbench" wide>
      <ButtonRow>
        <LinkButton to="/workbench/plots/draw">{t('draw')}</LinkButton>
        <LinkButton to="/workbench/plots/import">{t('import')}</LinkButton>
        {hasRole(session, landKeepers) && (
          <>
            <LinkButton to="/workbench/plots/season">{t('seasonAndConvention')}</LinkButton>
            <LinkButton to="/workbench/plots/bounds">{t('boundsTitle')}</LinkButton>
          </>
        )}
      </ButtonRow>
      {land.isPending && <Skeleton count={6} />}
      {land.isError && <ErrorState error={land.error} onRetry={() => void land.refetch()} />}
      {land.data?.plots.length === 0 && (
        <EmptyState icon={MapTrifoldIcon} title={t('none')} hint={t('noneDeskHint')} />
      )}
      {chosen !== undefined && <Rest key={chosen.plotId} plot={chosen} />}
      {plots.length > 0 && (
        <PlotsOnMap
          plots={plots}
          tiles={land.data?.tiles ?? null}
          chosen={chosenId}
          onChoose={setChosen}
        />
      )}
    </Page>
  )
}

function Rest({ plot }: { plot: Plot }) {
  const t = useT(landMessages)
  const rest = useCommand((isResting: boolean, idempotencyKey) =>
    post('/api/plots/{id}/rest', { id: plot.plotId }, { isResting }, { idempotencyKey }),
  )
  const isResting = plot.state === 'resting'
  return (
    <Section title={plot.label}>
      <p>{t(`state_${plot.state}`)}</p>
      <ProblemNotice error={rest.error} />
      {(isResting || plot.state === 'free') && (
        <Button busy={rest.isPending} onClick={() => rest.mutate(!isResting)}>
          {t(isResting ? 'endRest' : 'rest')}
        </Button>
      )}
    </Section>
  )
}
