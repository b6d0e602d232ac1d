import type { ReactNode } from 'react'
import { useT } from './i18n.ts'
import { uiMessages } from './messages.ts'
import type { StateTone } from './state-badge.tsx'
import './stage-list.css'

export interface Stage {
  key: string
  title: ReactNode
  /** What it did, already formatted: "+4", "×0.8", 今天 14:30. */
  effect?: ReactNode
  /** Why, in a sentence a grower would say. */
  words?: ReactNode
  tone?: StateTone
}

/**
 * Steps in order, joined by a line: how an award came about, or what happened to a plot.
 * `result` closes a calculation with its sum.
 */
export function StageList({
  label,
  stages,
  result,
}: {
  label: string
  stages: readonly Stage[]
  result?: ReactNode
}) {
  const t = useT(uiMessages)
  return (
    <div>
      <ol className="stages" aria-label={label}>
        {stages.map((stage) => (
          <li key={stage.key} className={`stages__stage stages__stage--${stage.tone ?? 'done'}`}>
            <span className="stages__title">{stage.title}</span>
            <span className="stages__effect">{stage.effect}</span>
            {stage.words !== undefined && <span className="stages__words">{stage.words}</span>}
          </li>
        ))}
      </ol>
      {result !== undefined && (
        <p className="stages__result">
          <span>{t('stageResult')}</span>
          <strong>{result}</strong>
        </p>
      )}
    </div>
  )
}
