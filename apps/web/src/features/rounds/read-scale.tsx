import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { bluetoothScale } from './bluetooth-scale.ts'
import { roundDeskMessages } from './desk-messages.ts'
import type { Scale } from './rounds.ts'
import { ScaleError, type Reading, type ScaleDriver } from './scale-driver.ts'
import { serialScale } from './serial-scale.ts'

type Spoken = 'serial' | 'bluetooth'

const driverOf = (speaks: Spoken, id: string): ScaleDriver =>
  speaks === 'serial' ? serialScale(id) : bluetoothScale()

/** Takes the weight from a scale that tells it, once it has settled. */
export function ReadScale({
  scale: { scaleId, speaks },
  onRead,
}: {
  scale: Scale
  onRead: (reading: Reading, how: Spoken) => void
}) {
  const t = useT(roundDeskMessages)
  const format = useFormat()
  const [grams, setGrams] = useState<number | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [isReading, setReading] = useState(false)
  if (speaks === 'nothing') return null
  const read = async () => {
    setReading(true)
    setProblem(null)
    setGrams(null)
    try {
      const told = await driverOf(speaks, scaleId).read()
      setGrams(told.grams)
      onRead(told, speaks)
    } catch (error) {
      setProblem(error)
    } finally {
      setReading(false)
    }
  }
  return (
    <div className="stack">
      <Button busy={isReading} onClick={() => void read()}>
        {t('read')}
      </Button>
      <div aria-live="polite">
        {isReading && <p className="soft">{t('reading')}</p>}
        {grams !== null && (
          <Notice kind="done">{t('readDone', { kg: format.weight(grams) })}</Notice>
        )}
        {problem instanceof ScaleError && <Notice kind="waiting">{t(problem.problem)}</Notice>}
      </div>
      {problem instanceof Error && !(problem instanceof ScaleError) && (
        <ProblemNotice error={problem} />
      )}
    </div>
  )
}
