import { PlantIcon } from '@phosphor-icons/react/dist/csr/Plant'
import { useState } from 'react'
import { useAnswer } from '../../app/use-answer.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { CropForm } from './crop-form.tsx'
import { cropMessages } from './crop-messages.ts'

/** What the village grows, and what it knows of each crop. */
export function CropsPage() {
  const t = useT(cropMessages)
  const crops = useAnswer('/api/crops')
  const [openId, setOpen] = useState<string | null>(null)
  const [isSaved, setSaved] = useState(false)
  const items = crops.data?.items ?? []
  const crop = items.find(({ cropId }) => cropId === openId) ?? null
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench/plan">
      {crops.isPending && <Skeleton count={4} />}
      {crops.isError && <ErrorState error={crops.error} onRetry={() => void crops.refetch()} />}
      {crops.data !== undefined && items.length === 0 && (
        <EmptyState icon={PlantIcon} title={t('none')} hint={t('noneHint')} />
      )}
      {isSaved && <Notice kind="done">{t('saved')}</Notice>}
      <List label={t('title')}>
        {items.map((one) => (
          <ListRow
            key={one.cropId}
            title={one.name}
            note={t('row', { days: String(one.daysToMaturity), harvest: String(one.harvestDays) })}
            end={one.isRetired ? <StateBadge tone="past">{t('retired')}</StateBadge> : undefined}
            onOpen={() => {
              setOpen(one.cropId)
              setSaved(false)
            }}
          />
        ))}
      </List>
      {crops.data !== undefined && (
        <Section title={crop === null ? t('add') : t('edit', { name: crop.name })}>
          {crop !== null && (
            <div>
              <Button onClick={() => setOpen(null)}>{t('add')}</Button>
            </div>
          )}
          <CropForm
            key={crop?.cropId ?? `new ${items.length}`}
            crop={crop}
            onDone={() => {
              setOpen(null)
              setSaved(true)
            }}
          />
        </Section>
      )}
    </Page>
  )
}
