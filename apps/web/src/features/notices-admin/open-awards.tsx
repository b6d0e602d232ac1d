import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Day } from '../../ui/when.tsx'
import type { OpenAward } from './award.ts'
import { noticesAdminMessages } from './messages.ts'

/** Whose award, for what, how much; each opens to how it was scored. */
export function OpenAwards({ label, awards }: { label: string; awards: readonly OpenAward[] }) {
  const t = useT(noticesAdminMessages)
  const format = useFormat()
  return (
    <List label={label}>
      {awards.map(({ awardId, itemName, occurredOn, person, pointsHundredths, isOwnHousehold }) => (
        <ListRow
          key={awardId}
          title={itemName}
          note={
            <>
              <span>{person.name}</span>
              <Day day={occurredOn} />
              {isOwnHousehold && <StateBadge tone="past">{t('ownHousehold')}</StateBadge>}
            </>
          }
          value={format.signedPoints(pointsHundredths)}
          to={`/workbench/awards/${awardId}`}
        />
      ))}
    </List>
  )
}
