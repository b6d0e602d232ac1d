import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { List, ListRow } from '../../../ui/list.tsx'
import { Section } from '../../../ui/page.tsx'
import { RankChange } from '../../../ui/stat.tsx'
import type { Change, Comparison, Move } from './comparison.ts'
import { sandboxMessages } from './messages.ts'
import './sandbox.css'

/** Whose rank the sheet would move, how far, and which parts of which items move it. */
export function Moves({ comparison }: { comparison: Comparison }) {
  const t = useT(sandboxMessages)
  const { moves, movedHouseholds, households } = comparison
  if (movedHouseholds === 0)
    return (
      <Section title={t('ranks')}>
        <p>{t('ranksNone')}</p>
      </Section>
    )
  return (
    <Section title={t('ranks')}>
      <p>
        {t('ranksMoved', { count: movedHouseholds, households })}
        {moves.length < movedHouseholds && ` ${t('ranksFirst', { shown: moves.length })}`}
      </p>
      <List label={t('ranks')}>
        {moves.map((move) => (
          <MovedHousehold key={move.no} move={move} />
        ))}
      </List>
    </Section>
  )
}

function MovedHousehold({ move }: { move: Move }) {
  const t = useT(sandboxMessages)
  const format = useFormat()
  const { headMasked, groupName, rank, pointsHundredths, changes } = move
  return (
    <ListRow
      title={
        <span className="sandbox-move">
          <span>
            {headMasked} <span className="soft small">{groupName}</span>
          </span>
          <RankChange places={rank.current - rank.draft} />
        </span>
      }
      note={
        <span className="sandbox-why">
          <span>
            {t('rankFromTo', { from: rank.current, to: rank.draft })}
            {t('comma')}
            {t('pointsFromTo', {
              from: format.points(pointsHundredths.current),
              to: format.points(pointsHundredths.draft),
            })}
          </span>
          {changes.length === 0 && <span>{t('ownSame')}</span>}
          {changes.map((change) => (
            <Why key={`${change.itemName ?? ''} ${change.effect}`} change={change} />
          ))}
        </span>
      }
    />
  )
}

function Why({ change: { itemName, effect, byHundredths } }: { change: Change }) {
  const t = useT(sandboxMessages)
  const format = useFormat()
  return (
    <span className="sandbox-why__line">
      <span>
        {t(effect === 'other' ? 'effect_unnamed' : `effect_${effect}`, {
          item: itemName ?? t('otherItems'),
        })}
      </span>
      <strong>{format.signedPoints(byHundredths)}</strong>
    </span>
  )
}
