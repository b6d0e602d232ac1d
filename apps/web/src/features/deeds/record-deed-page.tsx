import { useState } from 'react'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useRuleSheet } from './deed-item.ts'
import { deedsMessages } from './messages.ts'
import { RecordDeedForm } from './record-deed-form.tsx'

/** A cadre writes down what a villager did. */
export function RecordDeedPage() {
  const t = useT(deedsMessages)
  const sheet = useRuleSheet()
  const [isDone, setDone] = useState(false)
  return (
    <Page
      step={isDone ? 'done' : 'form'}
      title={t('recordTitle')}
      lead={t('recordLead')}
      back="/workbench/deeds"
    >
      {isDone && (
        <Finished
          words={t('recorded')}
          next={<LinkButton to="/workbench/deeds">{t('toList')}</LinkButton>}
          more={{ label: t('another'), onMore: () => setDone(false) }}
        />
      )}
      {!isDone && sheet.isPending && <Skeleton count={5} />}
      {!isDone && sheet.isError && (
        <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />
      )}
      {!isDone && sheet.isSuccess && (
        <RecordDeedForm sheet={sheet.data.sheet} onRecorded={() => setDone(true)} />
      )}
    </Page>
  )
}
