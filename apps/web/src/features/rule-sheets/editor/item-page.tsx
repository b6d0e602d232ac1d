import { wordsIn } from '@azalea/scoring'
import type { RuleItem, RuleSheet } from '@azalea/scoring'
import { useParams } from 'wouter'
import { useT } from '../../../ui/i18n.ts'
import { useLanguage } from '../../../ui/settings.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { CapFields } from './cap-fields.tsx'
import { problemsIn, putItem, removeItem } from './edit-sheet.ts'
import { ItemCheck } from './item-check.tsx'
import { editorMessages } from './messages.ts'
import { StageFields } from './stage-fields.tsx'
import { TermFields } from './term-fields.tsx'
import { useSheetDraft } from './use-sheet-draft.ts'
import { ProofFields, WhatFields } from './what-fields.tsx'
import { WorthFields } from './worth-fields.tsx'
import './editor.css'

/** One item of the sheet that is being edited, with all that an item can say. */
export function ItemPage() {
  const t = useT(editorMessages)
  const language = useLanguage()
  const { id = '', ref = '' } = useParams()
  const { view, edited, change, changeAndGo } = useSheetDraft(id)
  const back = `/workbench/rules/${id}/edit`
  const item = edited?.items.find((one) => one.ref === ref)
  return (
    <Page
      wide
      title={wordsIn(item?.name, language) || t('itemTitle')}
      lead={t('itemLead')}
      back={back}
    >
      {view.isPending && <Skeleton of="text" count={6} />}
      {view.isError && <ErrorState error={view.error} onRetry={() => void view.refetch()} />}
      {edited !== undefined && item === undefined && <Notice>{t('itemGone')}</Notice>}
      {edited !== undefined && item !== undefined && (
        <ItemForm
          key={ref}
          item={item}
          sheet={edited}
          back={back}
          onChange={(changed) => change((sheet) => putItem(sheet, changed))}
          onRemove={() => changeAndGo((sheet) => removeItem(sheet, ref), back)}
        />
      )}
    </Page>
  )
}

function ItemForm({
  item,
  sheet,
  back,
  onChange,
  onRemove,
}: {
  item: RuleItem
  sheet: RuleSheet
  back: string
  onChange: (item: RuleItem) => void
  onRemove: () => void
}) {
  const t = useT(editorMessages)
  return (
    <div className="editor-item">
      <div className="stack stack--loose">
        <WhatFields item={item} sheet={sheet} onChange={onChange} />
        <WorthFields item={item} onChange={onChange} />
        <ProofFields item={item} onChange={onChange} />
        <CapFields item={item} onChange={onChange} />
        <StageFields item={item} onChange={onChange} />
        <TermFields item={item} onChange={onChange} />
        <div className="button-row">
          <LinkButton kind="primary" to={back} back>
            {t('done')}
          </LinkButton>
          <Button onClick={onRemove}>{t('remove')}</Button>
        </div>
      </div>
      <ItemCheck item={item} problems={problemsIn(sheet, item.ref)} />
    </div>
  )
}
