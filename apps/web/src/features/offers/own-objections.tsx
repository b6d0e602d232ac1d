import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import type { OfferView } from './offer.ts'
import { useOfferT } from './person-words.ts'

/** Objections of one's household, and those to its turn or one's own, until and after they are decided. */
export function OwnObjections({ offer: { objections, claimant } }: { offer: OfferView }) {
  const t = useOfferT(claimant)
  return (
    <Section title={t('objections')}>
      {objections.map(({ place, isMine, words, raisedAt, dueOn, outcome, reasons }) => (
        <article key={raisedAt} className="stack">
          <h3>{isMine ? t('objectedTo', { place }) : t('objectedToYou')}</h3>
          {words !== null && <p>{words}</p>}
          {outcome === null ? (
            <Notice kind="waiting">
              <Sentence text={t('decidedUntil')} at={dueOn} as="day" />
            </Notice>
          ) : (
            <Notice>
              {t(`outcome_${outcome}`)} {reasons !== null && t('reasonsGiven', { reasons })}
            </Notice>
          )}
        </article>
      ))}
    </Section>
  )
}
