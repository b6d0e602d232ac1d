import { platesMessages } from '@azalea/client'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { Span } from '../../ui/when.tsx'
import type { PostShift } from './plate-answer.ts'

/** Who is wanted here next; the activity's page signs up and checks in. */
export function PostShifts({ shifts }: { shifts: readonly PostShift[] }) {
  const t = useT(platesMessages)
  return (
    <Section title={t('shifts')}>
      {shifts.length === 0 ? (
        <p className="soft">{t('noShifts')}</p>
      ) : (
        <List label={t('shifts')}>
          {shifts.map(({ shiftId, activityId, title, startsAt, endsAt, quota, taken }) => (
            <ListRow
              key={shiftId}
              title={title}
              note={
                <>
                  <Span from={startsAt} to={endsAt} />
                  <span>{t('places', { taken, quota })}</span>
                </>
              }
              to={`/activities/${activityId}`}
            />
          ))}
        </List>
      )}
    </Section>
  )
}
