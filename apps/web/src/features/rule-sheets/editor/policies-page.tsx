import { describePolicies, type RuleSheet } from '@azalea/scoring'
import { useParams } from 'wouter'
import { useT } from '../../../ui/i18n.ts'
import { useLanguage } from '../../../ui/settings.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Page } from '../../../ui/page.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { CategoryFields } from './category-fields.tsx'
import { problemsAt } from './edit-sheet.ts'
import { FairnessFields, OwnItemsFields, WalletFields } from './policy-fields.tsx'
import { sheetMessages } from './sheet-messages.ts'
import { useSheetDraft, type Edit } from './use-sheet-draft.ts'
import { WordsCheck } from './words-check.tsx'
import './editor.css'

/** What holds for the whole sheet that is being edited. */
export function PoliciesPage() {
  const t = useT(sheetMessages)
  const { id = '' } = useParams()
  const { view, edited, change } = useSheetDraft(id)
  const back = `/workbench/rules/${id}/edit`
  return (
    <Page wide title={t('policiesTitle')} lead={t('policiesLead')} back={back}>
      {view.isPending && <Skeleton of="text" count={6} />}
      {view.isError && <ErrorState error={view.error} onRetry={() => void view.refetch()} />}
      {edited !== undefined && (
        <div className="editor-item">
          <PoliciesForm sheet={edited} change={change} back={back} />
          <div className="editor-check">
            <PoliciesCheck sheet={edited} />
          </div>
        </div>
      )}
    </Page>
  )
}

function PoliciesForm({
  sheet,
  change,
  back,
}: {
  sheet: RuleSheet
  change: (edit: Edit) => void
  back: string
}) {
  const t = useT(sheetMessages)
  const { policies } = sheet
  const onChange = (changed: RuleSheet['policies']) =>
    change((before) => ({ ...before, policies: changed }))
  return (
    <div className="stack stack--loose">
      <WalletFields policies={policies} onChange={onChange} />
      <FairnessFields policies={policies} onChange={onChange} />
      <OwnItemsFields policies={policies} onChange={onChange} />
      <CategoryFields sheet={sheet} change={change} />
      <div className="button-row">
        <LinkButton kind="primary" to={back} back>
          {t('back')}
        </LinkButton>
      </div>
    </div>
  )
}

function PoliciesCheck({ sheet }: { sheet: RuleSheet }) {
  const language = useLanguage()
  const problems = [...problemsAt(sheet, '/policies'), ...problemsAt(sheet, '/categories')]
  const sentences = problems.length === 0 ? describePolicies(sheet.policies, language) : []
  return <WordsCheck problems={problems} sentences={sentences} />
}
