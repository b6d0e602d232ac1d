import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { counterMessages } from './counter-messages.ts'
import { inWords, type Counter, type Good } from './shop.ts'
import './shop.css'

type Move = Counter['moves'][number]

const tones = { proposed: 'waiting', signed: 'done', refused: 'past' } as const

/** What counts found other than the book, and who signed it. */
export function StockMoves({ moves, goods }: { moves: readonly Move[]; goods: readonly Good[] }) {
  const t = useT(counterMessages)
  return (
    <Section title={t('moves')}>
      {moves.length === 0 && <p className="soft">{t('movesNone')}</p>}
      <ul className="list" aria-label={t('moves')}>
        {moves.map((move) => (
          <MoveLine key={move.moveId} move={move} goods={goods} />
        ))}
      </ul>
    </Section>
  )
}

function MoveLine({ move, goods }: { move: Move; goods: readonly Good[] }) {
  const t = useT(counterMessages)
  const format = useFormat()
  const language = useLanguage()
  const { moveId: id, state, canSign } = move
  const sign = useCommand((agrees: boolean, idempotencyKey) =>
    post('/api/shop/stock-moves/{id}/sign', { id }, { agrees }, { idempotencyKey }),
  )
  const good = goods.find(({ goodRef }) => goodRef === move.goodRef)
  const name = good === undefined ? (move.goodRef ?? '') : inWords(good.name, language)
  const count = move.difference > 0 ? `+${move.difference}` : String(move.difference)
  return (
    <li className="good">
      <div className="good__words">
        <span className="list__title">{t('moveOf', { good: name, count })}</span>
        <span className="list__note">
          <StateBadge tone={tones[state]}>{t(`move_${state}`)}</StateBadge>
          <span>{t(`why_${move.why}`)}</span>
          <span>
            {t('moveBy', { name: move.proposedByName ?? '', at: format.when(move.proposedAt) })}
          </span>
        </span>
        {move.words !== null && <span>{move.words}</span>}
        {state === 'proposed' && !canSign.ok && (
          <span className="soft small">{canSign.sentence}</span>
        )}
      </div>
      <ProblemNotice error={sign.error} />
      {canSign.ok && (
        <ButtonRow>
          <Button kind="primary" busy={sign.isPending} onClick={() => sign.mutate(true)}>
            {t('agree')}
          </Button>
          <Button busy={sign.isPending} onClick={() => sign.mutate(false)}>
            {t('disagree')}
          </Button>
        </ButtonRow>
      )}
    </li>
  )
}
