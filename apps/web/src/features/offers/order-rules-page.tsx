import { ListNumbersIcon } from '@phosphor-icons/react/dist/csr/ListNumbers'
import { useAnswer } from '../../app/use-answer.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { AdoptRuleForm } from './adopt-rule-form.tsx'
import type { OrderRuleView } from './offer.ts'
import { offerers } from './offer-roles.ts'
import { RuleForm } from './rule-form.tsx'
import { ruleMessages } from './rule-messages.ts'

/** The rules by which what is scarce is shared, drafted and adopted. */
export function OrderRulesPage() {
  const t = useT(ruleMessages)
  const { session } = useSession()
  const rules = useAnswer('/api/order-rules')
  const isOfferer = hasRole(session, offerers)
  return (
    <Page title={t('rulesTitle')} lead={t('rulesLead')} back="/workbench/offers">
      <ButtonRow>
        <LinkButton to="/workbench/what-if">{t('whatIf')}</LinkButton>
      </ButtonRow>
      {rules.isPending && <Skeleton count={3} />}
      {rules.isError && <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data?.items.length === 0 && (
        <EmptyState icon={ListNumbersIcon} title={t('rulesNone')} hint={t('rulesNoneHint')} />
      )}
      {(rules.data?.items ?? []).map((rule) => (
        <Rule key={rule.orderRuleId} rule={rule} isOfferer={isOfferer} />
      ))}
      {isOfferer && <RuleForm />}
    </Page>
  )
}

function Rule({ rule, isOfferer }: { rule: OrderRuleView; isOfferer: boolean }) {
  const t = useT(ruleMessages)
  const format = useFormat()
  const { state, canAdopt, draftedByName, resolution } = rule
  return (
    <Section
      title={rule.name}
      aside={
        <StateBadge tone={state === 'adopted' ? 'done' : 'waiting'}>
          {t(`ruleState_${state}`)}
        </StateBadge>
      }
    >
      <ul>
        {rule.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="soft small">
        {resolution === null
          ? t('draftedBy', { name: draftedByName ?? '–' })
          : t('adoptedOn', {
              day: format.fullDay(resolution.date),
              votesFor: resolution.for,
              present: resolution.present,
            })}
      </p>
      {state === 'draft' && isOfferer && canAdopt.ok && (
        <AdoptRuleForm orderRuleId={rule.orderRuleId} />
      )}
      {state === 'draft' && isOfferer && !canAdopt.ok && <Notice>{canAdopt.sentence}</Notice>}
    </Section>
  )
}
