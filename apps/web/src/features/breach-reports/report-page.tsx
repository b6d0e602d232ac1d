import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import type { Reported } from './breach-report.ts'
import { reportsMessages } from './messages.ts'
import { ReportForm } from './report-form.tsx'

/** 我要报: a breach that somebody saw, told to the committee under their own name. */
export function ReportPage() {
  const t = useT(reportsMessages)
  const { session } = useSession()
  const [search] = useSearchParams()
  const [sent, setSent] = useState<Reported | null>(null)
  return (
    <Page step={sent === null ? 'form' : 'sent'} title={t('title')} lead={t('lead')} back="/">
      {session === null && (
        <Notice actions={<LinkButton to="/sign-in">{t('signIn')}</LinkButton>}>
          {t('signInFirst')}
        </Notice>
      )}
      {sent !== null && <Sent reported={sent} />}
      {session !== null && sent === null && (
        <ReportForm plateCode={search.get('plate')} onSent={setSent} />
      )}
      {session !== null && (
        <>
          <p>
            <LinkButton kind="quiet" to="/me/reports">
              {t('mine')}
            </LinkButton>
          </p>
          <Section title={t('awardTitle')}>
            <p>{t('award')}</p>
            <LinkButton to={`/v/${session.village.villageId}/notices`}>{t('notices')}</LinkButton>
          </Section>
        </>
      )}
    </Page>
  )
}

function Sent({ reported: { reportId, replyDueOn, decisionDueOn } }: { reported: Reported }) {
  const t = useT(reportsMessages)
  const format = useFormat()
  return (
    <Notice
      kind="done"
      actions={<LinkButton to={`/reports/${reportId}`}>{t('seeSent')}</LinkButton>}
    >
      {replyDueOn === null
        ? t('sentPlace', { decision: format.day(decisionDueOn) })
        : t('sent', { reply: format.day(replyDueOn), decision: format.day(decisionDueOn) })}
    </Notice>
  )
}
