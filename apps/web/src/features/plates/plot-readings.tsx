import { platesMessages, readingMessages } from '@azalea/client'
import { useAnswer } from '../../app/use-answer.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'

/** What the sensors of the plot say, as far as the village publishes it; nothing where there are none. */
export function PlotReadings({ villageId, plotId }: { villageId: string; plotId: string }) {
  const t = useT(platesMessages)
  const words = useT(readingMessages)
  const plot = useAnswer(
    '/api/villages/{villageId}/plots/{id}/sensors',
    { villageId, id: plotId, span: 'day' },
    { retry: false },
  )
  const sensors = plot.data?.sensors.filter(({ state }) => state !== null) ?? []
  if (sensors.length === 0) return null
  return (
    <Section title={t('readings')}>
      <List label={t('readings')}>
        {sensors.map(({ sensorId, state, lastAt }) => (
          <ListRow
            key={sensorId}
            title={state === null ? '' : words(`state_${state}`)}
            note={lastAt !== null && <When at={lastAt} />}
            to={`/v/${villageId}/plots/${plotId}/sensors`}
          />
        ))}
      </List>
    </Section>
  )
}
