import { useParams } from 'wouter'
import { useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ClaimSection, OwnClaimFacts } from './claim-section.tsx'
import { offersMessages } from './messages.ts'
import { ObjectForm } from './object-form.tsx'
import type { OfferView } from './offer.ts'
import { OfferTerms } from './offer-terms.tsx'
import { OwnObjections } from './own-objections.tsx'
import { OwnTurnSection } from './own-turn.tsx'
import { useOfferT } from './person-words.ts'
import { StandsHow } from './stands-how.tsx'

const LOOK_AGAIN_MILLISECONDS = 5_000

/** One offer: what it says, one's claim while claims are open, one's turn afterwards. */
export function OfferPage() {
  const t = useT(offersMessages)
  const { id = '' } = useParams()
  const offer = useAnswer(
    '/api/offers/{id}',
    { id },
    {
      // Until its checkpoint is published there is something to wait for.
      refetchInterval: ({ state }) =>
        state.data?.state === 'announced' ? LOOK_AGAIN_MILLISECONDS : false,
    },
  )
  return (
    <Page title={offer.data?.title ?? t('title')} back="/offers">
      {offer.isPending && <Skeleton count={6} />}
      {offer.isError && offer.data === undefined && (
        <ErrorState error={offer.error} onRetry={() => void offer.refetch()} />
      )}
      {offer.data !== undefined && <Shown offer={offer.data} />}
    </Page>
  )
}

function Shown({ offer }: { offer: OfferView }) {
  const t = useOfferT(offer.claimant)
  const { state, ownTurn, ownClaim, objections, canObject } = offer
  const villageId = useSession().session?.village.villageId ?? ''
  const waitsForDraw = state === 'announced' && ownClaim !== null
  return (
    <>
      <p>{offer.words}</p>
      <StandsHow offer={offer} />
      {ownTurn !== null && <OwnTurnSection offer={offer} turn={ownTurn} />}
      {state === 'published' && <ClaimSection offer={offer} />}
      {waitsForDraw && (
        <Section title={t('ownClaim')}>
          <OwnClaimFacts offer={offer} claim={ownClaim} />
        </Section>
      )}
      {state === 'drawn' && ownTurn === null && <Notice>{t('notClaimed')}</Notice>}
      {objections.length > 0 && <OwnObjections offer={offer} />}
      <OfferTerms offer={offer} />
      <LinkButton to={`/v/${villageId}/offers/${offer.offerId}`}>
        {t(offer.drawnAt === null ? 'asPublished' : 'queue')}
      </LinkButton>
      {canObject.ok && <ObjectForm offerId={offer.offerId} />}
    </>
  )
}
