import { stageOrder, type StageName } from '@azalea/client'
import { useFormat } from './format.ts'
import { useT } from './i18n.ts'
import { stageMessages } from './stage-messages.ts'
import { StageList } from './stage-list.tsx'

export interface PointStage {
  stage: string
  beforeHundredths: number
  afterHundredths: number
  /** Why, in the reader's language. */
  sentence: string
}

/** How points came about, the same wherever they are shown: each step from what to what, and why. */
export function PointStages({
  label,
  stages,
  pointsHundredths,
}: {
  label: string
  stages: readonly PointStage[]
  pointsHundredths: number
}) {
  const t = useT(stageMessages)
  const format = useFormat()
  return (
    <StageList
      label={label}
      stages={stages.map(({ stage, beforeHundredths, afterHundredths, sentence }, index) => ({
        key: `${index} ${stage}`,
        title: stageTitle(t, stage),
        effect: <Effect before={beforeHundredths} after={afterHundredths} />,
        words: sentence,
      }))}
      result={t('points', { points: format.signedPoints(pointsHundredths) })}
    />
  )
}

/** Before and after; a step that changed nothing says so, for a number there reads as one to add. */
function Effect({ before, after }: { before: number; after: number }) {
  const t = useT(stageMessages)
  const format = useFormat()
  if (before === after) return <span className="soft">{t('unchanged')}</span>
  return (
    <>
      <span className="visually-hidden">
        {t('fromTo', { before: format.points(before), after: format.points(after) })}
      </span>
      <span aria-hidden="true">
        <span className="soft">{format.points(before)} → </span>
        {format.points(after)}
      </span>
    </>
  )
}

function stageTitle(t: (key: `stage_${StageName}`) => string, stage: string) {
  const known = stageOrder.find((one) => one === stage)
  return known === undefined ? stage : t(`stage_${known}`)
}
