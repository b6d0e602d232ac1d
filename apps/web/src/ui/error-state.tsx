import { CloudSlashIcon } from '@phosphor-icons/react/dist/csr/CloudSlash'
import type { ReactNode } from 'react'
import { ApiProblem, askingMessages } from '@azalea/client'
import { useT } from './i18n.ts'
import { getSettings, useLanguage } from './settings.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { uiMessages } from './messages.ts'
import { Notice } from './notice.tsx'
import './empty-state.css'

/** The sentence for whatever went wrong: the server's own words where it gave any. */
export function useProblemText(): (error: unknown) => string {
  const t = useT(askingMessages)
  const language = useLanguage()
  return (error) => {
    if (!(error instanceof ApiProblem)) return t('errorUnknown')
    if (error.status === 0) return t('errorNetwork')
    if (error.status >= 500) return t('errorServer')
    return error.sentence(language) || t('errorUnknown')
  }
}

/** In place of something that could not be read, with a way on. */
export function ErrorState({
  error,
  onRetry,
  children,
}: {
  error: unknown
  onRetry?: () => void
  /** Other ways on, such as a link. */
  children?: ReactNode
}) {
  const t = useT(uiMessages)
  const again = useT(askingMessages)('retry')
  const problemText = useProblemText()
  return (
    <div className="empty-state" role="alert">
      <Icon of={CloudSlashIcon} large />
      <h2>{t('errorTitle')}</h2>
      <p className="soft">{problemText(error)}</p>
      {onRetry !== undefined && <Button onClick={onRetry}>{again}</Button>}
      {children}
    </div>
  )
}

/** After a form was sent and not accepted; shows nothing while `error` is null. */
export function ProblemNotice({ error }: { error: unknown }) {
  const problemText = useProblemText()
  if (error === null || error === undefined) return null
  return <Notice kind="wrong">{problemText(error)}</Notice>
}

/** What the server said about one field, for the `error` of that field. */
export function fieldProblem(error: unknown, field: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined
  const found = error.errors.find((problem) => problem.field === field)
  return found?.words?.[getSettings().language] ?? found?.message
}
