import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { ListRow } from '../../ui/list.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Day } from '../../ui/when.tsx'
import { objectionsMessages } from './messages.ts'
import { objectionTones, type Objection } from './objection.ts'
import { SheetWords } from '../../ui/sheet-words.tsx'

/** One objection in a list: against what, how it stands, until when it is answered. */
export function ObjectionRow({ objection, to }: { objection: Objection; to: string }) {
  const t = useT(objectionsMessages)
  const format = useFormat()
  const { award, state, dueOn, words } = objection
  return (
    <ListRow
      title={
        <>
          <PersonName name={award.personName} /> · <SheetWords text={award.itemName} />
        </>
      }
      note={
        <>
          <ObjectionStanding objection={objection} />{' '}
          {state === 'open' ? (
            <>
              {t('dueOn')} <Day day={dueOn} />
            </>
          ) : (
            words
          )}
        </>
      }
      value={format.signedPoints(award.pointsHundredths)}
      to={to}
    />
  )
}

export function ObjectionStanding({ objection: { isOverdue, state } }: { objection: Objection }) {
  const t = useT(objectionsMessages)
  if (isOverdue) return <StateBadge tone="wrong">{t('overdue')}</StateBadge>
  return <StateBadge tone={objectionTones[state]}>{t(`state_${state}`)}</StateBadge>
}
