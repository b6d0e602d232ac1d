import { civilDay, toLocalText } from '@azalea/text'
import { PlantIcon } from '@phosphor-icons/react/dist/csr/Plant'
import { Chart } from '../../ui/chart.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { findGaps } from './find-gaps.ts'
import { sensorsMessages } from './messages.ts'
import {
  isSum,
  spans,
  toneOf,
  useReading,
  type PlotSensor,
  type PlotSensors,
  type Span,
} from './sensors.ts'
import './sensors.css'

/** What the sensors of a plot say: in words, as a chart, and what was told of them. */
export function PlotSensorsView({
  plot,
  span,
  onSpan,
}: {
  plot: PlotSensors
  span: Span
  onSpan: (span: Span) => void
}) {
  const t = useT(sensorsMessages)
  if (plot.sensors.length === 0)
    return <EmptyState icon={PlantIcon} title={t('none')} hint={t('noneHint')} />
  return (
    <>
      {plot.crop !== null && <p className="soft">{t('growing', { crop: plot.crop })}</p>}
      <Segmented
        label={t('span')}
        options={spans.map((value) => ({ value, label: t(`span_${value}`) }))}
        value={span}
        onChange={onSpan}
      />
      {plot.sensors.map((sensor) => (
        <OneSensor key={sensor.sensorId} sensor={sensor} by={plot.by} />
      ))}
      <Alarms plot={plot} />
    </>
  )
}

function OneSensor({ sensor, by }: { sensor: PlotSensor; by: PlotSensors['by'] }) {
  const t = useT(sensorsMessages)
  return (
    <Section title={`${t(`kind_${sensor.kind}`)} · ${sensor.name}`}>
      <SaysNow sensor={sensor} />
      <Trend sensor={sensor} by={by} />
    </Section>
  )
}

/** How it is now, largest: this is what one comes for. */
function SaysNow({ sensor }: { sensor: PlotSensor }) {
  const t = useT(sensorsMessages)
  const format = useFormat()
  const reading = useReading()
  const { kind, state, thousandths, lastAt, isSilent } = sensor
  if (lastAt === null) return <p className="soft">{t('never')}</p>
  if (thousandths === null)
    return (
      <p>
        <StateBadge tone="waiting">
          {isSilent ? t('silent', { when: format.when(lastAt) }) : t('stale')}
        </StateBadge>
      </p>
    )
  const value = reading.value(kind, thousandths)
  return (
    <div className="sensor-now">
      {state !== null && (
        <p className={`sensor-now__words sensor-now__words--${toneOf(state)}`}>
          {reading.words(state)}
        </p>
      )}
      <p className="soft">
        {isSum(kind) ? t('fell', { value }) : t('now', { value })} ·{' '}
        {t('heard', { when: format.when(lastAt) })}
      </p>
    </div>
  )
}

function Trend({ sensor, by }: { sensor: PlotSensor; by: PlotSensors['by'] }) {
  const t = useT(sensorsMessages)
  const format = useFormat()
  const reading = useReading()
  const { kind, points } = sensor
  if (points.every(({ value }) => value === null)) return <p className="soft">{t('nothing')}</p>
  const isDay = points.length <= 24 && by === 'hour'
  const name = t(`kind_${kind}`)
  const title = isSum(kind)
    ? t(by === 'hour' ? 'chartHoursSum' : 'chartDaysSum', { name })
    : t(by === 'hour' ? 'chartHours' : 'chartDays', { name })
  const labelOf = (at: string) => (by === 'hour' ? format.when(at) : format.day(civilDay(at)))
  const shortOf = (at: string) => {
    const local = toLocalText(at)
    return isDay ? local.slice(11) : `${Number(local.slice(5, 7))}/${Number(local.slice(8, 10))}`
  }
  const gaps = findGaps(points)
  return (
    <>
      <Chart
        title={`${title} (${reading.unit(kind)})`}
        labelTitle={t('when')}
        valueTitle={name}
        points={points.map(({ at, value }) => ({
          label: labelOf(at),
          shortLabel: shortOf(at),
          value: value === null ? null : value / 1_000,
        }))}
        format={format.number}
      />
      {gaps.slice(-3).map(({ from, to }) => (
        <p key={from} className="soft">
          {to === null
            ? t('gapSince', { from: labelOf(from) })
            : t('gap', { from: labelOf(from), to: labelOf(to) })}
        </p>
      ))}
    </>
  )
}

function Alarms({ plot: { alarms, sensors } }: { plot: PlotSensors }) {
  const t = useT(sensorsMessages)
  const format = useFormat()
  const reading = useReading()
  if (alarms.length === 0) return null
  const nameOf = (id: string) => sensors.find(({ sensorId }) => sensorId === id)?.name ?? ''
  return (
    <Section title={t('alarms')}>
      <List label={t('alarms')}>
        {alarms.map(({ alarmId, sensorId, cause, begunAt, endedAt }) => (
          <ListRow
            key={alarmId}
            title={reading.words(cause)}
            note={
              <>
                <span>{nameOf(sensorId)}</span>
                <span>
                  {endedAt === null
                    ? t('alarmFrom', { from: format.when(begunAt) })
                    : t('alarmSpan', { from: format.when(begunAt), to: format.when(endedAt) })}
                </span>
              </>
            }
          />
        ))}
      </List>
    </Section>
  )
}
