import { Redirect, useParams } from 'wouter'
import { ApiProblem } from '@azalea/client'
import { useAnswer } from '../../app/use-answer.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { traceMessages } from './messages.ts'

/** A scanned GS1 Digital Link: on to its pack, or a word that nothing is known of it. */
export function LinkPage() {
  const t = useT(traceMessages)
  const { gtin = '', serial = '' } = useParams()
  const link = useAnswer('/api/digital-links/{gtin}/{serial}', { gtin, serial }, { retry: false })
  if (link.isSuccess)
    return <Redirect to={`/t/${link.data.villageId}/${link.data.number}`} replace />
  const isRefused = link.error instanceof ApiProblem && link.error.status < 500
  return (
    <Page title={t('pack')} lead={serial}>
      {link.isPending && <Skeleton count={4} />}
      {link.isError && (
        <ErrorState
          error={link.error}
          {...(isRefused ? {} : { onRetry: () => void link.refetch() })}
        />
      )}
    </Page>
  )
}
