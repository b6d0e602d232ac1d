import { civilDay } from '@azalea/client'
import { wordsIn } from '@azalea/scoring'
import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple'
import { ScalesIcon } from '@phosphor-icons/react/dist/csr/Scales'
import { useState } from 'react'
import { useParams } from 'wouter'
import { voteMessages } from '../../app/vote-messages.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { apiUrl } from '../../app/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { serverNow } from '../../app/server-clock.ts'
import { hasRole, useSession, type Role } from '../../app/session.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { AdoptForm } from './adopt-form.tsx'
import { Findings } from './findings.tsx'
import { ruleSheetsMessages } from './messages.ts'
import { SheetGoods, SheetItems, SheetPolicies } from './sheet-items.tsx'
import type { Resolution, SheetView } from './sheet.ts'
import './rule-sheets.css'

const mayTryOut: readonly Role[] = ['committee', 'supervisor', 'town_officer']
const mayDraft: readonly Role[] = ['committee', 'operator']

/** One rule sheet: its items in words, its vote, and the way to enter one. */
export function SheetPage() {
  const t = useT(ruleSheetsMessages)
  const language = useLanguage()
  const { id = '' } = useParams()
  const sheet = useAnswer('/api/rule-sheets/{id}', { id })
  return (
    <Page
      title={wordsIn(sheet.data?.sheet.title, language) ?? t('title')}
      back="/workbench/rules"
      {...(sheet.isSuccess
        ? {
            lead: (
              <StateBadge tone={sheet.data.state === 'adopted' ? 'done' : 'waiting'}>
                {t(`state_${sheet.data.state}`)}
              </StateBadge>
            ),
          }
        : {})}
    >
      {sheet.isPending && <Skeleton of="text" count={6} />}
      {sheet.isError && <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />}
      {sheet.isSuccess && <Shown view={sheet.data} />}
    </Page>
  )
}

function Shown({ view }: { view: SheetView }) {
  const t = useT(ruleSheetsMessages)
  const { session } = useSession()
  const [isAdopted, setAdopted] = useState(false)
  return (
    <>
      {isAdopted && (
        <Notice kind="done">
          {t(view.effectiveFrom <= civilDay(serverNow()) ? 'adoptedInForce' : 'adopted')}
        </Notice>
      )}
      <SheetFacts view={view} />
      <div className="row">
        {hasRole(session, mayTryOut) && (
          <LinkButton to={`/workbench/rules/${view.ruleSheetId}/try`} icon={ScalesIcon}>
            {t('tryOut')}
          </LinkButton>
        )}
        {hasRole(session, mayDraft) && (
          <LinkButton to={`/workbench/rules/${view.ruleSheetId}/edit`} icon={PencilSimpleIcon}>
            {t('edit')}
          </LinkButton>
        )}
      </div>
      {view.findings.length > 0 && (
        <Section title={t('findings')}>
          <Findings view={view} />
        </Section>
      )}
      {view.state === 'draft' && (
        <Section title={t('adoptTitle')}>
          <Adoption view={view} onAdopted={() => setAdopted(true)} />
        </Section>
      )}
      <SheetPolicies sheet={view.sheet} />
      <SheetItems sheet={view.sheet} />
      <SheetGoods sheet={view.sheet} />
      <details>
        <summary className="soft">{t('hash')}</summary>
        <code className="sheet-hash">{view.hash}</code>
      </details>
    </>
  )
}

function Adoption({ view, onAdopted }: { view: SheetView; onAdopted: () => void }) {
  const t = useT(ruleSheetsMessages)
  const { session } = useSession()
  if (!hasRole(session, ['committee'])) return <Notice>{t('onlyCommittee')}</Notice>
  if (view.draftedByMe) return <Notice>{t('ownDraft')}</Notice>
  if (view.findings.some(({ verdict }) => verdict === 'refuse'))
    return <Notice kind="wrong">{t('refusedItems')}</Notice>
  return (
    <>
      <p>{t('adoptWords')}</p>
      <AdoptForm view={view} onAdopted={onAdopted} />
    </>
  )
}

function SheetFacts({ view }: { view: SheetView }) {
  const t = useT(ruleSheetsMessages)
  const tVote = useT(voteMessages)
  const format = useFormat()
  const { version, effectiveFrom, resolution, sheet, state, ruleSheetId } = view
  return (
    <div className="stack">
      <Facts
        facts={[
          { label: t('versionLabel'), value: t('version', { version }) },
          {
            label: t('effectiveFrom'),
            value: state === 'adopted' ? format.day(effectiveFrom) : null,
          },
          {
            label: t('meeting'),
            value:
              resolution === null ? null : (
                <>
                  {t('adoptedOn', { day: format.day(resolution.date) })}
                  <br />
                  <span className="soft small">
                    {tVote(`meeting_${resolution.body ?? 'adults'}`)} ·{' '}
                    {t('votes', votesOf(resolution))}
                  </span>
                  {resolution.minutesFileId !== undefined && (
                    <>
                      <br />
                      <a
                        href={apiUrl('/api/photos/{fileId}', { fileId: resolution.minutesFileId })}
                      >
                        {t('minutesLink')}
                      </a>
                    </>
                  )}
                </>
              ),
          },
          { label: t('source'), value: sheet.sourceNote },
        ]}
      />
      <p>
        <a
          className="row"
          href={apiUrl('/api/rule-sheets/{id}/workbook', { id: ruleSheetId })}
          download
        >
          <Icon of={DownloadSimpleIcon} />
          {t('workbook')}
        </a>
      </p>
    </div>
  )
}

function votesOf({ eligible, present, for: inFavour, against }: Resolution) {
  return { eligible, present, for: inFavour, against }
}
