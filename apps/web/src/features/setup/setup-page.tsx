import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle'
import { useState } from 'react'
import { useT } from '../../ui/i18n.ts'
import { useSetup } from '../../app/setup.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FirstSignIn } from './first-sign-in.tsx'
import { FoundingSteps } from './founding-steps.tsx'
import { setupMessages } from './messages.ts'

/** First run of a new server: the village, its operator, its committee, its consent text. */
export function SetupPage() {
  const t = useT(setupMessages)
  const [operatorPhone, setOperatorPhone] = useState<string | null>(null)
  const setup = useSetup()
  if (operatorPhone !== null) return <FirstSignIn phone={operatorPhone} />
  if (setup.isSuccess && setup.data.needed) return <FoundingSteps onFounded={setOperatorPhone} />
  return (
    <Page title={t('title')} back="/">
      {setup.isPending && <Skeleton count={4} />}
      {setup.isError && <ErrorState error={setup.error} onRetry={() => void setup.refetch()} />}
      {setup.isSuccess && (
        <EmptyState icon={CheckCircleIcon} title={t('already')} hint={t('alreadyHint')}>
          <LinkButton kind="primary" to="/sign-in">
            {t('signIn')}
          </LinkButton>
        </EmptyState>
      )}
    </Page>
  )
}
