import { useId } from 'react'
import { useT } from './i18n.ts'
import { uiMessages } from './messages.ts'
import './progress.css'

/** Long work under way, counted: rows read, plates drawn. It can be left and returned to. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const t = useT(uiMessages)
  const id = useId()
  return (
    <div className="progress">
      <div className="row row--spread">
        <span id={id}>{label}</span>
        <span className="soft numeric">{t('progress', { done, total })}</span>
      </div>
      <progress className="progress__bar" aria-labelledby={id} max={total} value={done} />
    </div>
  )
}
