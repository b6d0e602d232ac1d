import { PlantIcon } from '@phosphor-icons/react/dist/csr/Plant'
import { ReceiptIcon } from '@phosphor-icons/react/dist/csr/Receipt'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { adoptionMessages } from './adoption-messages.ts'
import { usePart, type AdoptionBrief } from './adoption.ts'

/** What people of the city can adopt. */
export function AdoptionsPage() {
  const t = useT(adoptionMessages)
  const format = useFormat()
  const partOf = usePart()
  const { villageId = '' } = useParams()
  const adoptions = useAnswer('/api/villages/{villageId}/adoptions', { villageId })
  const { data } = adoptions
  const stateOf = ({ outcome, left, shareCount }: AdoptionBrief) => {
    if (outcome !== null) return t('over')
    return left === 0 ? t('full') : t('left', { left, all: shareCount })
  }
  return (
    <Page
      title={t('title')}
      back={`/market/${villageId}`}
      {...(data === undefined ? {} : { lead: t('lead', { village: data.villageName }) })}
      actions={
        <LinkButton kind="quiet" icon={ReceiptIcon} to={`/market/${villageId}/adopted`}>
          {t('mine')}
        </LinkButton>
      }
    >
      {adoptions.isPending && <Skeleton count={3} />}
      {adoptions.isError && (
        <ErrorState error={adoptions.error} onRetry={() => void adoptions.refetch()} />
      )}
      {data?.items.length === 0 && <EmptyState icon={PlantIcon} title={t('none')} hint="" />}
      {data !== undefined && data.items.length > 0 && (
        <List label={t('title')}>
          {data.items.map((one) => (
            <ListRow
              key={one.offerId}
              title={one.name}
              note={
                <>
                  <span>{`${one.seasonName} · ${one.crop} · ${partOf(one)}`}</span>
                  <span>{stateOf(one)}</span>
                </>
              }
              value={format.money(one.priceFen)}
              to={`/market/${villageId}/adoptions/${one.offerId}`}
            />
          ))}
        </List>
      )}
    </Page>
  )
}
