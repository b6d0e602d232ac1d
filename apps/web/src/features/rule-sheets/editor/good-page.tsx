import { describeGood, type RuleGood, type RuleSheet, wordsIn } from '@azalea/scoring'
import { useParams } from 'wouter'
import { useT } from '../../../ui/i18n.ts'
import { useLanguage } from '../../../ui/settings.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { problemsOfGood, putGood, removeGood, ownEnglish } from './edit-sheet.ts'
import { AmountField, NeededAmount, Part } from './editor-parts.tsx'
import { sheetMessages } from './sheet-messages.ts'
import { useSheetDraft } from './use-sheet-draft.ts'
import { WordsCheck } from './words-check.tsx'
import './editor.css'

interface Editing {
  good: RuleGood
  onChange: (good: RuleGood) => void
}

/** One good of the sheet that is being edited. */
export function GoodPage() {
  const t = useT(sheetMessages)
  const language = useLanguage()
  const { id = '', ref = '' } = useParams()
  const { view, edited, change, changeAndGo } = useSheetDraft(id)
  const back = `/workbench/rules/${id}/edit`
  const good = edited?.goods.find((one) => one.ref === ref)
  const onChange = (changed: RuleGood) => change((sheet) => putGood(sheet, changed))
  return (
    <Page
      wide
      title={wordsIn(good?.name, language) || t('goodTitle')}
      lead={t('goodLead')}
      back={back}
    >
      {view.isPending && <Skeleton of="text" count={6} />}
      {view.isError && <ErrorState error={view.error} onRetry={() => void view.refetch()} />}
      {edited !== undefined && good === undefined && <Notice>{t('goodGone')}</Notice>}
      {edited !== undefined && good !== undefined && (
        <div className="editor-item" key={ref}>
          <div className="stack stack--loose">
            <WhatFields good={good} sheet={edited} onChange={onChange} />
            <CostFields good={good} onChange={onChange} />
            <div className="button-row">
              <LinkButton kind="primary" to={back} back>
                {t('back')}
              </LinkButton>
              <Button onClick={() => changeAndGo((sheet) => removeGood(sheet, ref), back)}>
                {t('removeGood')}
              </Button>
            </div>
          </div>
          <div className="editor-check">
            <GoodCheck good={good} sheet={edited} />
          </div>
        </div>
      )}
    </Page>
  )
}

function GoodCheck({ good, sheet }: { good: RuleGood; sheet: RuleSheet }) {
  const language = useLanguage()
  const problems = problemsOfGood(sheet, good.ref)
  const sentences = problems.length === 0 ? describeGood(good, language) : []
  return <WordsCheck problems={problems} sentences={sentences} />
}

function WhatFields({ good, sheet, onChange }: Editing & { sheet: RuleSheet }) {
  const t = useT(sheetMessages)
  const language = useLanguage()
  const { name, unit, verifier, category } = good
  return (
    <Part title={t('partGood')}>
      <TextField
        label={t('goodZh')}
        value={name.zh}
        onChange={(zh) => onChange({ ...good, name: { ...name, zh } })}
      />
      <TextField
        label={t('goodEn')}
        value={ownEnglish(name)}
        onChange={(en) => onChange({ ...good, name: { ...name, en } })}
      />
      <SelectField
        label={t('category')}
        options={sheet.categories.map((one) => ({
          value: one.ref,
          label: wordsIn(one.name, language),
        }))}
        value={category}
        onChange={(chosen) => onChange({ ...good, category: chosen })}
      />
      <div className="editor-fields">
        <TextField
          label={t('unitZh')}
          value={unit.zh}
          onChange={(zh) => onChange({ ...good, unit: { ...unit, zh } })}
        />
        <TextField
          label={t('unitEn')}
          value={ownEnglish(unit)}
          onChange={(en) => onChange({ ...good, unit: { ...unit, en } })}
        />
      </div>
      <TextField
        label={t('verifierZh')}
        value={verifier.zh}
        onChange={(zh) => onChange({ ...good, verifier: { ...verifier, zh } })}
      />
      <TextField
        label={t('verifierEn')}
        value={ownEnglish(verifier)}
        onChange={(en) => onChange({ ...good, verifier: { ...verifier, en } })}
      />
    </Part>
  )
}

function CostFields({ good, onChange }: Editing) {
  const t = useT(sheetMessages)
  const language = useLanguage()
  const { initialStock, ...rest } = good
  return (
    <Part title={t('partCost')}>
      <div className="editor-fields">
        <NeededAmount
          label={t('cost')}
          unit={t('points')}
          per={100}
          value={good.costHundredths}
          onChange={(costHundredths) => onChange({ ...good, costHundredths })}
        />
        <AmountField
          label={t('stock')}
          unmarked
          unit={wordsIn(good.unit, language)}
          per={1}
          value={initialStock}
          onChange={(stock) =>
            onChange(stock === undefined ? rest : { ...rest, initialStock: stock })
          }
        />
      </div>
    </Part>
  )
}
