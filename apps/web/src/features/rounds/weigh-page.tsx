import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { roundDeskMessages } from './desk-messages.ts'
import { WeighForm } from './weigh-form.tsx'
import { WeighInWords } from './weigh-in-words.tsx'

/** Weighs what one household brings. */
export function WeighPage() {
  const t = useT(roundDeskMessages)
  const { id = '', householdId = '' } = useParams()
  const round = useAnswer('/api/rounds/{id}/desk', { id })
  const grower = useAnswer('/api/rounds/{id}/growers/{householdId}', { id, householdId })
  const scales = useAnswer('/api/scales')
  const failed = [round, grower, scales].find(({ isError }) => isError)
  const isRead = round.data && grower.data && scales.data
  return (
    <Page title={t('weighTitle')} lead={round.data?.title} back={`/workbench/rounds/${id}`}>
      {failed !== undefined && (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      )}
      {!isRead && failed === undefined && <Skeleton count={5} />}
      {isRead && (
        <>
          {grower.data.harvests.length === 0 ? (
            <Notice kind="waiting">{t('noHarvest')}</Notice>
          ) : (
            <WeighForm
              key={grower.data.weighIns.length}
              round={round.data}
              grower={grower.data}
              scales={scales.data.items}
            />
          )}
          {grower.data.weighIns.length > 0 && (
            <Section title={t('before')}>
              <ul className="list" aria-label={t('before')}>
                {grower.data.weighIns.map((one) => (
                  <li key={one.weighInId} className="list__item">
                    <WeighInWords weighIn={one} unit="kg" />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
    </Page>
  )
}
