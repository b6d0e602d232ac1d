import { useT } from '../../app/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { reportMessages } from './report-messages.ts'

/** 我要报 is not open yet: says whom to tell until it is, and what will come. */
export function ReportPage() {
  const t = useT(reportMessages)
  const { session } = useSession()
  return (
    <Page title={t('title')} lead={t('lead')} back="/">
      <Section title={t('howTitle')}>
        <p>{t('how1')}</p>
        <p>{t('how2')}</p>
        <p>{t('how3')}</p>
      </Section>
      <Section title={t('awardTitle')}>
        <p>{t('award')}</p>
        {session !== null && (
          <LinkButton to={`/v/${session.village.villageId}/notices`}>{t('notices')}</LinkButton>
        )}
      </Section>
      <Section title={t('laterTitle')}>
        <p>{t('later')}</p>
      </Section>
    </Page>
  )
}
