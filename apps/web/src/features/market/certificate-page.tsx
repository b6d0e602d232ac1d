import { civilDay } from '@azalea/client'
import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { SealCheckIcon } from '@phosphor-icons/react/dist/csr/SealCheck'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { adoptionMessages } from './adoption-messages.ts'

/** That a share is somebody's, with the proof from the log; printed as it stands. */
export function CertificatePage() {
  const t = useT(adoptionMessages)
  const format = useFormat()
  const { villageId = '', number = '' } = useParams()
  const params = { villageId, number }
  const answer = useAnswer('/api/villages/{villageId}/adoption-certificates/{number}', params)
  const { data } = answer
  const title =
    data === undefined ? t('certificate') : t('certificateOf', { village: data.villageName })
  return (
    <Page title={title} back={`/market/${villageId}/adopted/${number}`}>
      {answer.isPending && <Skeleton count={4} />}
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {data !== undefined && (
        <div className="market-certificate">
          <p className="market-certificate__words">
            {t('certifies', {
              name: data.adopterName ?? '—',
              what: data.name,
              no: data.shareNo,
              all: data.shareCount,
            })}
          </p>
          <Facts
            facts={[
              { label: t('season'), value: data.seasonName },
              {
                label: t('adoptedOn'),
                value: data.adoptedAt === null ? null : format.day(civilDay(data.adoptedAt)),
              },
              { label: t('price'), value: format.money(data.priceFen) },
              { label: t('stateTitle'), value: t(`state_${data.state}`) },
              { label: t('number'), value: data.number },
            ]}
          />
          <ButtonRow>
            <LinkButton icon={SealCheckIcon} to={`/verify/${villageId}?adoption=${number}`}>
              {t('proof')}
            </LinkButton>
            <Button icon={PrinterIcon} onClick={() => window.print()}>
              {t('print')}
            </Button>
          </ButtonRow>
        </div>
      )}
    </Page>
  )
}
