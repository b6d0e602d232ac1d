import { useState } from 'react'
import { useOutbox } from '../../app/use-outbox.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { WhyNot } from '../../ui/why-not.tsx'
import { ClaimForm, keptHow, type ClaimDone } from './claim-form.tsx'
import { useQuantity, type OfferView, type OwnClaim } from './offer.ts'
import { useOfferT } from './person-words.ts'

/** What one or one's household claims, what of it still waits on this phone, and the form while claims are open. */
export function ClaimSection({ offer }: { offer: OfferView }) {
  const t = useOfferT(offer.claimant)
  const [done, setDone] = useState<ClaimDone | null>(null)
  const { ownClaim, canClaim, offerId } = offer
  const waiting = useOutbox().filter(
    ({ state, path }) => state === 'waiting' && path.includes(offerId),
  )
  const last = waiting.at(-1)
  const kept = done === 'kept' || done === 'keptInstead' || done === 'withdrawalKept'
  return (
    <Section title={t(ownClaim === null ? 'claimTitle' : 'ownClaim')}>
      {done !== null && !kept && <Notice kind="done">{t(done)}</Notice>}
      {last !== undefined && (
        <Notice kind="waiting" actions={<LinkButton to="/waiting">{t('toWaiting')}</LinkButton>}>
          {t(last.kind === 'claim' ? keptHow(last) : 'withdrawalKept')}
        </Notice>
      )}
      {ownClaim !== null && <OwnClaimFacts offer={offer} claim={ownClaim} />}
      {!canClaim.ok && <WhyNot code={canClaim.code} sentence={canClaim.sentence} />}
      {canClaim.ok && ownClaim === null && (
        <ClaimForm offer={offer} ownClaim={null} onDone={setDone} />
      )}
      {canClaim.ok && ownClaim !== null && (
        <details key={ownClaim.changedAt}>
          <summary>{t('changeClaim')}</summary>
          <ClaimForm offer={offer} ownClaim={ownClaim} onDone={setDone} />
        </details>
      )}
    </Section>
  )
}

export function OwnClaimFacts({ offer, claim }: { offer: OfferView; claim: OwnClaim }) {
  const t = useOfferT(offer.claimant)
  const say = useQuantity(offer.unit)
  const { wantedQuantity, leastQuantity, enteredByName, changedAt } = claim
  return (
    <Facts
      facts={[
        { label: t('wanted'), value: say(wantedQuantity) },
        { label: t('least'), value: say(leastQuantity) },
        { label: t('enteredBy'), value: enteredByName },
        { label: t('claimedAt'), value: <When at={changedAt} /> },
      ]}
    />
  )
}
