import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { ReadAloud } from '../../ui/read-aloud.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnswerForm } from './answer-form.tsx'
import { turnTones, turnWords, useQuantity, type OfferView, type OwnTurn } from './offer.ts'
import { useOfferT } from './person-words.ts'

/** Where one or one's household stands and why, what came to it, and what it answers. */
export function OwnTurnSection({ offer, turn }: { offer: OfferView; turn: OwnTurn }) {
  const t = useOfferT(offer.claimant)
  const format = useFormat()
  const say = useQuantity(offer.unit)
  const { kept } = offer
  const isCalled = turn.state === 'called' && !turn.isDisputed
  return (
    <Section title={t('ownTurn')}>
      <Stats>
        <Stat
          label={t('placeLabel')}
          value={format.number(turn.place)}
          note={<span className="soft small">{t('placeOf', { count: turn.of })}</span>}
        />
        <Stat
          label={t(turn.state === 'accepted' ? 'takenLabel' : 'cameLabel')}
          value={say(turn.quantity)}
          note={
            <StateBadge tone={turn.isDisputed ? 'wrong' : turnTones[turn.state]}>
              {turn.isDisputed ? t('disputed') : t(turnWords(turn.state, offer.state))}
            </StateBadge>
          }
        />
      </Stats>
      {turn.enteredByName !== null && (
        <p className="soft">{t('answerEnteredBy', { name: turn.enteredByName })}</p>
      )}
      {turn.isDisputed && <Notice kind="waiting">{t('disputedWords')}</Notice>}
      {isCalled && turn.dueOn !== null && (
        <AnswerForm offer={offer} quantity={turn.quantity} dueOn={turn.dueOn} />
      )}
      {kept !== null && (
        <Notice>{t(`keptShare_${kept.state}`, { quantity: say(kept.quantity) })}</Notice>
      )}
      {kept !== null && kept.enteredByName !== null && (
        <p className="soft">{t('answerEnteredBy', { name: kept.enteredByName })}</p>
      )}
      {kept?.state === 'called' && (
        <AnswerForm offer={offer} quantity={kept.quantity} dueOn={kept.dueOn} />
      )}
      <h3>{t('why')}</h3>
      <ul>
        {turn.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <ReadAloud text={turn.sentences.join('')} />
    </Section>
  )
}
