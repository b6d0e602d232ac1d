import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { describePolicies, withEnglish, type RuleSheet, wordsIn } from '@azalea/scoring'
import { useParams } from 'wouter'
import { apiUrl, post } from '../../../app/api.ts'
import { navigate } from '../../../ui/hash-location.ts'
import { uploadOf } from '../../../app/upload-of.ts'
import { useT } from '../../../ui/i18n.ts'
import { useLanguage } from '../../../ui/settings.ts'
import { useCommand } from '../../../app/use-command.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../../ui/error-state.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { SheetView } from '../sheet.ts'
import { Changes } from './changes.tsx'
import { ownEnglish, problemsOf } from './edit-sheet.ts'
import { EditedGoods } from './edited-goods.tsx'
import { EditedItems } from './edited-items.tsx'
import { editorMessages } from './messages.ts'
import { sheetMessages } from './sheet-messages.ts'
import { useSheetDraft, type Edit } from './use-sheet-draft.ts'
import './editor.css'

/** A sheet edited on the screen, and kept as a new draft version. */
export function EditorPage() {
  const t = useT(editorMessages)
  const language = useLanguage()
  const { id = '' } = useParams()
  const { view, edited, clear, ...edits } = useSheetDraft(id)
  const model = view.data
  return (
    <Page
      title={t('title')}
      back={`/workbench/rules/${id}`}
      {...(model === undefined
        ? {}
        : {
            lead: t('lead', {
              title: wordsIn(model.sheet.title, language),
              version: model.version,
            }),
          })}
    >
      {view.isPending && <Skeleton of="text" count={6} />}
      {view.isError && <ErrorState error={view.error} onRetry={() => void view.refetch()} />}
      {model !== undefined && edited !== undefined && (
        <Editor model={model} edited={edited} {...edits} clear={clear} />
      )}
    </Page>
  )
}

function Editor({
  model,
  edited,
  change,
  changeAndGo,
  clear,
}: {
  model: SheetView
  edited: RuleSheet
  change: (edit: Edit) => void
  changeAndGo: (edit: Edit, to: string) => void
  clear: () => void
}) {
  const t = useT(editorMessages)
  return (
    <>
      <SheetNames sheet={edited} change={change} />
      <Policies id={model.ruleSheetId} sheet={edited} />
      <EditedItems
        id={model.ruleSheetId}
        model={model.sheet}
        edited={edited}
        change={change}
        changeAndGo={changeAndGo}
      />
      <EditedGoods
        id={model.ruleSheetId}
        model={model.sheet}
        edited={edited}
        changeAndGo={changeAndGo}
      />
      <Changes model={model.sheet} edited={edited} change={change} />
      <Keep model={model} edited={edited} clear={clear} />
      <Section title={t('byWorkbook')}>
        <div className="row">
          <a
            className="row"
            href={apiUrl('/api/rule-sheets/{id}/workbook', { id: model.ruleSheetId })}
            download
          >
            <Icon of={DownloadSimpleIcon} />
            {t('workbook')}
          </a>
          <LinkButton to="/workbench/rules/import">{t('import')}</LinkButton>
          <LinkButton to="/workbench/rules/begin">{t('begin')}</LinkButton>
        </div>
      </Section>
    </>
  )
}

function SheetNames({
  sheet: { title, sourceNote },
  change,
}: {
  sheet: RuleSheet
  change: (edit: Edit) => void
}) {
  const t = useT(editorMessages)
  return (
    <div className="stack">
      <TextField
        label={t('sheetTitle')}
        value={title.zh}
        onChange={(zh) => change((sheet) => ({ ...sheet, title: { ...sheet.title, zh } }))}
      />
      <TextField
        label={t('sheetTitleEn')}
        hint={t('englishHint')}
        value={ownEnglish(title)}
        onChange={(en) => change((sheet) => ({ ...sheet, title: { ...sheet.title, en } }))}
      />
      <TextField
        label={t('sourceNote')}
        value={sourceNote}
        onChange={(note) => change((sheet) => ({ ...sheet, sourceNote: note }))}
      />
    </div>
  )
}

/** What holds for the whole sheet, in words; edited on a page of its own. */
function Policies({ id, sheet }: { id: string; sheet: RuleSheet }) {
  const t = useT(sheetMessages)
  const language = useLanguage()
  return (
    <Section title={t('policies')}>
      <div className="stack stack--tight">
        {describePolicies(sheet.policies, language).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div>
        <LinkButton to={`/workbench/rules/${id}/policies`}>{t('editPolicies')}</LinkButton>
      </div>
    </Section>
  )
}

/** The way to a new draft: through the same door as a file, which checks everything again. */
function Keep({
  model,
  edited,
  clear,
}: {
  model: SheetView
  edited: RuleSheet
  clear: () => void
}) {
  const t = useT(editorMessages)
  const language = useLanguage()
  const problems = problemsOf(edited)
  const keep = useCommand(
    ({ text }: { text: string }, idempotencyKey) => {
      const file = new File([text], 'sheet.json', { type: 'application/json' })
      return post('/api/rule-sheets/import', {}, uploadOf(file), { idempotencyKey })
    },
    ({ ruleSheetId }) => {
      if (ruleSheetId === null) return
      clear()
      navigate(`/workbench/rules/${ruleSheetId}`)
    },
  )
  const isSame = JSON.stringify(withEnglish(edited)) === JSON.stringify(model.sheet)
  const told = [...problems, ...(keep.data?.problems ?? [])]
  return (
    <div className="stack">
      {told.length > 0 && (
        <Notice kind="waiting">
          <strong>{t('problems', { count: told.length })}</strong>
          {[...new Set(told.map((one) => (language === 'zh' ? one.messageZh : one.messageEn)))].map(
            (words) => (
              <p key={words} className="small">
                {words}
              </p>
            ),
          )}
        </Notice>
      )}
      <ProblemNotice error={keep.error} />
      <p className="soft">{t('saveLead')}</p>
      <div className="button-row">
        <Button
          kind="primary"
          busy={keep.isPending}
          disabled={isSame || problems.length > 0}
          onClick={() => keep.mutate({ text: JSON.stringify(withEnglish(edited)) })}
        >
          {t('save')}
        </Button>
        {!isSame && <Button onClick={clear}>{t('discard')}</Button>}
      </div>
    </div>
  )
}
