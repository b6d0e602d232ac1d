import { stageMessages, viewOfStages, type PointStage, type StageView } from '@azalea/client'
import { useFormat } from './format.ts'
import { useT } from './i18n.ts'
import { StageList } from './stage-list.tsx'

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
      stages={viewOfStages(stages, { t, format }).map((stage) => ({
        key: stage.key,
        title: stage.title,
        effect: <Effect of={stage} />,
        words: stage.sentence,
      }))}
      result={t('points', { points: format.signedPoints(pointsHundredths) })}
    />
  )
}

function Effect({ of: { effect, before, after, isChange } }: { of: StageView }) {
  if (!isChange) return <span className="soft">{effect}</span>
  return (
    <>
      <span className="visually-hidden">{effect}</span>
      <span aria-hidden="true">
        <span className="soft">{before} → </span>
        {after}
      </span>
    </>
  )
}
