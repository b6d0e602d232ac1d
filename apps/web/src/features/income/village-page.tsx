import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { incomeMessages } from './messages.ts'
import { SeasonCharts, SeasonFigures } from './village-season.tsx'

/** What households earned together and what the company sold, for anybody. */
export function VillageIncomePage() {
  const t = useT(incomeMessages)
  const { villageId = '' } = useParams()
  const income = useAnswer('/api/villages/{villageId}/income', { villageId })
  const { data } = income
  return (
    <Page
      title={t('village')}
      lead={data === undefined ? undefined : t('villageLead', { village: data.villageName })}
    >
      {income.isPending && <Skeleton count={5} />}
      {income.isError && <ErrorState error={income.error} onRetry={() => void income.refetch()} />}
      {data?.seasons.length === 0 && <p className="soft">{t('none')}</p>}
      {data !== undefined && data.seasons.length > 0 && (
        <>
          <SeasonCharts seasons={data.seasons} />
          {data.seasons.map((season) => (
            <SeasonFigures key={season.seasonId ?? ''} season={season} />
          ))}
          <p className="soft">{t('hiddenNote', { fewest: data.fewest })}</p>
        </>
      )}
    </Page>
  )
}
