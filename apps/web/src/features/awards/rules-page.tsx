import { wordsIn } from '@azalea/scoring'
import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import { useState } from 'react'
import { useParams, useSearchParams } from 'wouter'
import { ApiProblem, awardsMessages } from '@azalea/client'
import { useAnswer } from '../../app/use-answer.ts'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Day } from '../../ui/when.tsx'
import type { SheetInForce } from './award.ts'
import { RuleItems } from './rule-items.tsx'
import { useVillageId, useVillagePath } from './use-village.ts'
import './awards.css'

/** The rule sheet, the one in force or the one an award names, with every item's points in words. */
export function RulesPage() {
  const t = useT(awardsMessages)
  const language = useLanguage()
  const { hash } = useParams<{ hash?: string }>()
  const villageId = useVillageId()
  const path = useVillagePath()
  const isNamed = hash !== undefined
  const inForce = useAnswer(
    '/api/villages/{villageId}/rule-sheet',
    { villageId },
    { enabled: !isNamed, staleTime: 10 * 60_000 },
  )
  const named = useAnswer(
    '/api/villages/{villageId}/rule-sheets/{hash}',
    { villageId, hash: hash ?? '' },
    { enabled: isNamed, staleTime: 10 * 60_000 },
  )
  const sheet = isNamed ? named : inForce
  const isNone = sheet.error instanceof ApiProblem && sheet.error.status === 404
  return (
    <Page
      title={t('rules')}
      lead={wordsIn(sheet.data?.sheet.title, language) ?? t('rulesLead')}
      wide
      back={path === '' || hash !== undefined ? '/me' : `${path}/board`}
    >
      {sheet.isPending && <Skeleton count={6} />}
      {isNone && <EmptyState icon={ScrollIcon} title={t('noRules')} hint={t('noRulesHint')} />}
      {sheet.isError && !isNone && (
        <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />
      )}
      {sheet.isSuccess && <Shown inForce={sheet.data} />}
    </Page>
  )
}

function Shown({ inForce }: { inForce: SheetInForce }) {
  const t = useT(awardsMessages)
  const [search] = useSearchParams()
  const [wanted, setWanted] = useState('')
  return (
    <>
      <TextField
        label={t('findItem')}
        kind="search"
        unmarked
        value={wanted}
        onChange={setWanted}
        maxLength={40}
      />
      <RuleItems sheet={inForce.sheet} wanted={wanted} openRef={search.get('item')} />
      <Adoption inForce={inForce} />
    </>
  )
}

/** Who adopted the rules, and since when they hold. */
function Adoption({ inForce }: { inForce: SheetInForce }) {
  const t = useT(awardsMessages)
  const { resolution, version, effectiveFrom, hash, sheet } = inForce
  return (
    <Section title={t('adoption')}>
      <Facts
        facts={[
          { label: t('version'), value: t('sheetVersion', { version }) },
          { label: t('since'), value: <Day day={effectiveFrom} /> },
          { label: t('adopted'), value: <Day day={resolution.date} /> },
          {
            label: t('votes'),
            value: t('votesWords', {
              eligible: resolution.eligible,
              present: resolution.present,
              votesFor: resolution.for,
              against: resolution.against,
            }),
          },
          { label: t('source'), value: sheet.sourceNote },
        ]}
      />
      <details className="fingerprint">
        <summary>{t('fingerprint')}</summary>
        <p className="soft small">{t('sheetFingerprintWords')}</p>
        <code>{hash}</code>
      </details>
    </Section>
  )
}
