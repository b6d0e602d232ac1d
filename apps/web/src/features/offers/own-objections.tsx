import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { offersMessages } from './messages.ts'
import type { OfferView } from './offer.ts'

/** Objections of one's household, and those to its own turn, until and after they are decided. */
export function OwnObjections({ objections }: { objections: OfferView['objections'] }) {
  const t = useT(offersMessages)
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
