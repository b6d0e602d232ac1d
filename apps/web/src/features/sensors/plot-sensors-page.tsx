import { useState } from 'react'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { sensorsMessages } from './messages.ts'
import { PlotSensorsView } from './plot-sensors.tsx'
import type { Span } from './sensors.ts'

/** For who grows there, and the village's offices. */
export function PlotSensorsPage() {
  const { id = '' } = useParams()
  const [span, setSpan] = useState<Span>('day')
  const plot = useAnswer(
    '/api/plots/{id}/sensors',
    { id, span },
    { placeholderData: (last) => last },
  )
  return <Shown plot={plot} span={span} onSpan={setSpan} back="/plots" />
}

/** For anybody, as far as the village publishes it. */
export function VillagePlotSensorsPage() {
  const { villageId = '', id = '' } = useParams()
  const [span, setSpan] = useState<Span>('day')
  const plot = useAnswer(
    '/api/villages/{villageId}/plots/{id}/sensors',
    { villageId, id, span },
    { placeholderData: (last) => last },
  )
  return <Shown plot={plot} span={span} onSpan={setSpan} back={`/v/${villageId}/plots`} />
}

function Shown({
  plot,
  span,
  onSpan,
  back,
}: {
  plot: ReturnType<typeof useAnswer<'/api/plots/{id}/sensors'>>
  span: Span
  onSpan: (span: Span) => void
  back: string
}) {
  const t = useT(sensorsMessages)
  const title = plot.data === undefined ? t('title') : t('titleOf', { label: plot.data.label })
  return (
    <Page title={title} lead={t('lead')} back={back}>
      {plot.isPending && <Skeleton count={5} />}
      {plot.isError && <ErrorState error={plot.error} onRetry={() => void plot.refetch()} />}
      {plot.data !== undefined && <PlotSensorsView plot={plot.data} span={span} onSpan={onSpan} />}
    </Page>
  )
}
