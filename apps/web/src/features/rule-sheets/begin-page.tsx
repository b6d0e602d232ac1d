import { civilDay } from '@azalea/client'
import { BooksIcon } from '@phosphor-icons/react/dist/csr/Books'
import { withEnglish, type RuleSheet, wordsIn } from '@azalea/scoring'
import { useQuery } from '@tanstack/react-query'
import { useAnswer } from '../../app/use-answer.ts'
import { post } from '../../app/api.ts'
import { useAddress } from '../../ui/address.ts'
import { navigate } from '../../ui/hash-location.ts'
import { uploadOf } from '../../app/upload-of.ts'
import { useT } from '../../ui/i18n.ts'
import { serverNow } from '../../app/server-clock.ts'
import { useSession } from '../../app/session.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Changes } from './editor/changes.tsx'
import { useSheetDraft } from './editor/use-sheet-draft.ts'
import './editor/editor.css'
import { ruleSheetsMessages } from './messages.ts'
import { SheetItems } from './sheet-items.tsx'
import { inForceOf } from './sheet.ts'
import { beginFrom, readStarters, type Starter } from './starters.ts'

/** A starter sheet becomes the beginning of a draft, seen against the sheet in force. */
export function BeginPage() {
  const t = useT(ruleSheetsMessages)
  const language = useLanguage()
  const { session } = useSession()
  const villageId = session?.village.villageId ?? ''
  const address = useAddress()
  const starters = useQuery({
    queryKey: ['starter-sheets', villageId],
    queryFn: () => readStarters(villageId),
    staleTime: Infinity,
  })
  const chosen = starters.data?.find(({ name }) => name === address.get('from'))
  return (
    <Page
      title={chosen === undefined ? t('beginTitle') : wordsIn(chosen.sheet.title, language)}
      lead={t(chosen === undefined ? 'beginLead' : `source_${chosen.name}`)}
      back={chosen === undefined ? '/workbench/rules' : '/workbench/rules/begin'}
      step={chosen?.name ?? 'choice'}
    >
      {starters.isPending && <Skeleton count={4} />}
      {starters.isError && (
        <ErrorState error={starters.error} onRetry={() => void starters.refetch()} />
      )}
      {starters.isSuccess && chosen === undefined && <Choice starters={starters.data} />}
      {chosen !== undefined && <Chosen starter={chosen} />}
    </Page>
  )
}

function Choice({ starters }: { starters: readonly Starter[] }) {
  const t = useT(ruleSheetsMessages)
  const language = useLanguage()
  return (
    <List label={t('beginTitle')}>
      {starters.map(({ name, sheet }) => (
        <ListRow
          key={name}
          lead={<Icon of={BooksIcon} />}
          title={wordsIn(sheet.title, language)}
          note={
            <>
              <span>{t('items', { count: sheet.items.length })}</span>
              <span>{t(`source_${name}`)}</span>
            </>
          }
          to={`/workbench/rules/begin?from=${name}`}
        />
      ))}
    </List>
  )
}

function Chosen({ starter }: { starter: Starter }) {
  const sheets = useAnswer('/api/rule-sheets')
  if (sheets.isPending) return <Skeleton of="text" count={6} />
  if (sheets.isError) {
    return <ErrorState error={sheets.error} onRetry={() => void sheets.refetch()} />
  }
  const inForce = inForceOf(sheets.data.items, civilDay(serverNow()))
  return inForce === undefined ? (
    <First starter={starter} />
  ) : (
    <Against starter={starter} id={inForce.ruleSheetId} />
  )
}

/** What would change against the sheet in force; it is edited on before it is kept. */
function Against({ starter, id }: { starter: Starter; id: string }) {
  const t = useT(ruleSheetsMessages)
  const { session } = useSession()
  const { view, edited, changeAndGo } = useSheetDraft(id)
  if (view.isError) return <ErrorState error={view.error} onRetry={() => void view.refetch()} />
  if (session === null || view.data === undefined || edited === undefined) {
    return <Skeleton of="text" count={6} />
  }
  const model = view.data.sheet
  const begun = beginFrom(starter, model, session.village, civilDay(serverNow()))
  const hasEdits = JSON.stringify(edited) !== JSON.stringify(model)
  return (
    <>
      {hasEdits && <Notice kind="waiting">{t('beginReplaces')}</Notice>}
      <ButtonRow>
        <Button
          kind="primary"
          onClick={() => changeAndGo(() => begun, `/workbench/rules/${id}/edit`)}
        >
          {t('beginEdit')}
        </Button>
      </ButtonRow>
      <Changes title={t('beginChanges')} model={model} edited={begun} />
    </>
  )
}

/** Where no sheet is in force, the starter becomes the first draft as it is. */
function First({ starter }: { starter: Starter }) {
  const t = useT(ruleSheetsMessages)
  const { session } = useSession()
  const keep = useCommand(
    (sheet: RuleSheet, idempotencyKey) => {
      const text = JSON.stringify(withEnglish(sheet))
      const file = new File([text], 'sheet.json', { type: 'application/json' })
      return post('/api/rule-sheets/import', {}, uploadOf(file), { idempotencyKey })
    },
    ({ ruleSheetId }) => {
      if (ruleSheetId !== null) navigate(`/workbench/rules/${ruleSheetId}/edit`)
    },
  )
  if (session === null) return null
  const begun = beginFrom(starter, null, session.village, civilDay(serverNow()))
  return (
    <>
      <p>{t('beginFirst')}</p>
      <ProblemNotice error={keep.error} />
      <ButtonRow>
        <Button kind="primary" busy={keep.isPending} onClick={() => keep.mutate(begun)}>
          {t('beginKeep')}
        </Button>
      </ButtonRow>
      <SheetItems sheet={begun} />
    </>
  )
}
