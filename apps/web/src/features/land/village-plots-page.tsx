import { MapTrifoldIcon } from '@phosphor-icons/react/dist/csr/MapTrifold'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { landMessages } from './messages.ts'
import { PlotsOnMap } from './plots-on-map.tsx'

/** A village's plots for anybody: no grower is named. */
export function VillagePlotsPage() {
  const t = useT(landMessages)
  const { villageId = '' } = useParams()
  const land = useAnswer('/api/villages/{villageId}/plots', { villageId })
  const title =
    land.data === undefined ? t('title') : t('titleOf', { village: land.data.villageName })
  return (
    <Page title={title} lead={land.data?.season?.name} wide>
      {land.isPending && <Skeleton count={6} />}
      {land.isError && <ErrorState error={land.error} onRetry={() => void land.refetch()} />}
      {land.data?.plots.length === 0 && (
        <EmptyState icon={MapTrifoldIcon} title={t('none')} hint={t('noneHint')} />
      )}
      {land.data !== undefined && land.data.plots.length > 0 && (
        <PlotsOnMap plots={land.data.plots} tiles={land.data.tiles} />
      )}
    </Page>
  )
}
