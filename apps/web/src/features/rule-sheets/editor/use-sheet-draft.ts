import type { RuleSheet } from '@azalea/scoring'
import { flushSync } from 'react-dom'
import { useAnswer } from '../../../app/use-answer.ts'
import { useDraft } from '../../../app/drafts.ts'
import { navigate } from '../../../ui/hash-location.ts'

export type Edit = (sheet: RuleSheet) => RuleSheet

/** A version and what is being made of it; both pages of the editor show the same. */
export function useSheetDraft(id: string) {
  const view = useAnswer('/api/rule-sheets/{id}', { id })
  const [draft, setDraft, clear] = useDraft<RuleSheet | null>(`rule-sheet.${id}`, null)
  const model = view.data?.sheet
  const change = (edit: Edit) => {
    if (model === undefined) return
    setDraft((before) => edit(before ?? model))
  }
  return {
    view,
    /** Undefined until the version has been read. */
    edited: draft ?? model,
    clear,
    change,
    /** A change after which another page is shown; it is kept before this one is gone. */
    changeAndGo: (edit: Edit, to: string) => {
      flushSync(() => change(edit))
      navigate(to)
    },
  }
}
