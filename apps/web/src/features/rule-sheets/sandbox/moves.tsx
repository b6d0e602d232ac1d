import { useState } from 'react'
import { useFormat } from '../../../ui/format.ts'
import { useT } from '../../../ui/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Section } from '../../../ui/page.tsx'
import { RankChange } from '../../../ui/stat.tsx'
import type { Change, Comparison, Move } from './comparison.ts'
import { sandboxMessages } from './messages.ts'
import './sandbox.css'

/** Enough to see whom it concerns; what follows on the page must not lie behind a hundred lines. */
const FIRST = 10

/** Whose rank the sheet would move, how far, and which parts of which items move it. */
export function Moves({ comparison }: { comparison: Comparison }) {
  const t = useT(sandboxMessages)
  const [isWhole, setWhole] = useState(false)
  const { moves, movedHouseholds, households } = comparison
  const shown = isWhole ? moves : moves.slice(0, FIRST)
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
        {shown.length < movedHouseholds && ` ${t('ranksFirst', { shown: shown.length })}`}
      </p>
      <List label={t('ranks')}>
        {shown.map((move) => (
          <MovedHousehold key={move.no} move={move} />
        ))}
      </List>
      {shown.length < moves.length && (
        <div>
          <Button onClick={() => setWhole(true)}>{t('ranksMore', { shown: moves.length })}</Button>
        </div>
      )}
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
