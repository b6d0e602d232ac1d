import { ListRow } from '../../ui/list.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { offerTones, turnTones, turnWords, useQuantity, type OfferBrief } from './offer.ts'
import { useOfferT } from './person-words.ts'

type Own = Pick<OfferBrief, 'ownClaim' | 'ownTurn' | 'kept'>
type Shown = Omit<OfferBrief, keyof Own> & Partial<Own>

/** An offer in a list: what, how much, until when, and one's own claim or turn. */
export function OfferRow({ offer, to, note }: { offer: Shown; to: string; note?: string }) {
  const t = useOfferT(offer.claimant)
  const say = useQuantity(offer.unit)
  const { kind, title, supplyQuantity, state, closesAt, kept } = offer
  const turn = offer.ownTurn ?? null
  const claim = offer.ownClaim ?? null
  const due = turn?.state === 'called' && !turn.isDisputed ? turn.dueOn : null
  const dueOn = due ?? (kept?.state === 'called' ? kept.dueOn : null)
  return (
    <ListRow
      title={title}
      note={
        <>
          <span>
            {t(`kind_${kind}`)} · {say(supplyQuantity)}
          </span>
          {state === 'published' && (
            <span>
              <Sentence text={t('closes')} at={closesAt} />
            </span>
          )}
          {turn === null && claim !== null && (
            <span>{t('claimed', { quantity: say(claim.wantedQuantity) })}</span>
          )}
          {turn !== null && (
            <span>{t('turnLine', { place: turn.place, quantity: say(turn.quantity) })}</span>
          )}
          {dueOn !== null && (
            <span>
              <Sentence text={t('answerBy')} at={dueOn} as="day" />
            </span>
          )}
          {note !== undefined && <span>{note}</span>}
        </>
      }
      end={
        turn === null ? (
          <StateBadge tone={offerTones[state]}>{t(`state_${state}`)}</StateBadge>
        ) : (
          <StateBadge tone={turnTones[turn.state]}>{t(turnWords(turn.state, state))}</StateBadge>
        )
      }
      to={to}
    />
  )
}
