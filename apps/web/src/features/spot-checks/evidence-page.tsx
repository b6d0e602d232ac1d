import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle'
import { useAnswer } from '../../app/use-answer.ts'
import { useT } from '../../ui/i18n.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { When } from '../../ui/when.tsx'
import { spotChecksMessages } from './messages.ts'
import type { RatingEvidence } from './spot-check.ts'

/** What speaks for arranged or careless ratings, in words: a reason to look, never to deduct. */
export function EvidencePage() {
  const t = useT(spotChecksMessages)
  const evidence = useAnswer('/api/rating-evidence')
  return (
    <Page title={t('evidenceTitle')} lead={t('evidenceLead')} back="/workbench/spot-checks">
      {evidence.isPending && <Skeleton count={4} />}
      {evidence.isError && (
        <ErrorState error={evidence.error} onRetry={() => void evidence.refetch()} />
      )}
      {evidence.isSuccess && <Shown evidence={evidence.data} />}
    </Page>
  )
}

function Shown({ evidence }: { evidence: RatingEvidence }) {
  const t = useT(spotChecksMessages)
  const { fittedAt, ratings, usesModel, rings, flagged } = evidence
  const nameOf = (name: string | null) => name ?? t('erased')
  if (fittedAt === null) return <Notice kind="waiting">{t('neverFitted')}</Notice>
  return (
    <>
      <p className="soft">
        {t('fitted', { count: ratings })} <When at={fittedAt} />
      </p>
      {!usesModel && <Notice>{t('plainMean')}</Notice>}
      {rings.length === 0 && (
        <EmptyState icon={CheckCircleIcon} title={t('evidenceNone')} hint={t('evidenceNoneHint')} />
      )}
      {rings.length > 0 && (
        <Section title={t('rings')}>
          {rings.map(({ sentence, members, subjects }) => (
            <div key={members.join(' ')} className="stack stack--tight">
              <p>{sentence}</p>
              <Facts
                facts={[
                  { label: t('members'), value: members.map(nameOf).join(t('separator')) },
                  { label: t('subjects'), value: subjects.join(t('separator')) },
                ]}
              />
            </div>
          ))}
        </Section>
      )}
      {flagged.length > 0 && (
        <Section title={t('flagged')}>
          <List label={t('flagged')}>
            {flagged.map(({ name, sentence }, no) => (
              <ListRow key={`${no} ${name}`} title={nameOf(name)} note={<span>{sentence}</span>} />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}
