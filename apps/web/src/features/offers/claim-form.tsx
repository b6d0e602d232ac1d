import { unitMessages, type OutboxEntry } from '@azalea/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDraft } from '../../app/drafts.ts'
import { forgetOldAnswers } from '../../app/forget-old-answers.ts'
import {
  forMyself,
  OnBehalfFields,
  onBehalfOf,
  type OnBehalf,
} from '../../app/on-behalf-fields.tsx'
import { outbox } from '../../app/outbox.ts'
import { useSession } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { measuresIn, useQuantity, type OfferBrief, type OfferView, type OwnClaim } from './offer.ts'
import { useOfferT } from './person-words.ts'

export type ClaimDone = 'sent' | 'changed' | 'kept' | 'keptInstead' | 'withdrawn' | 'withdrawalKept'

interface Draft {
  wanted: number | null
  least: number | null
}

/**
 * Claim for one's household, or for oneself, change the claim or take it back; a cadre also for somebody. Each is
 * sent once, also from a phone without a network.
 */
export function ClaimForm({
  offer,
  ownClaim,
  atDesk = false,
  onDone,
}: {
  offer: Pick<OfferView, 'offerId' | 'title' | 'unit' | 'claimant' | 'mostQuantity' | 'publishes'>
  ownClaim: OwnClaim | null
  /** A cadre's desk: for somebody, unless they choose otherwise. */
  atDesk?: boolean
  onDone: (done: ClaimDone) => void
}) {
  const t = useOfferT(offer.claimant)
  const { offerId, unit, mostQuantity, publishes } = offer
  const per = measuresIn[unit]
  const say = useQuantity(unit)
  const [draft, setDraft, clear] = useDraft<Draft>(`claim.${offerId}${atDesk ? '.desk' : ''}`, {
    wanted: ownClaim === null ? onlyAmount(offer) : ownClaim.wantedQuantity / per,
    least: ownClaim === null ? null : ownClaim.leastQuantity / per,
  })
  const [behalf, setBehalf] = useState<OnBehalf>({ ...forMyself, isForOther: atDesk })
  const [isAsked, setAsked] = useState(false)
  const claim = useClaim(offer, behalf, (done) => (clear(), setAsked(false), onDone(done)))
  const amounts = amountsOf(draft, per)
  const problem = problemOf(amounts, mostQuantity)
  const isOwn = !behalf.isForOther
  const submit = () => {
    setAsked(true)
    if (problem === null && onBehalfOf(behalf) !== null)
      claim.give.mutate({ ...amounts, isChange: isOwn && ownClaim !== null })
  }
  return (
    <Form onSubmit={submit}>
      <OnBehalfFields
        value={behalf}
        isAsked={isAsked}
        onChange={(part) => setBehalf((before) => ({ ...before, ...part }))}
      />
      {onlyAmount(offer) === null ? (
        <Amounts
          offer={offer}
          draft={draft}
          problem={isAsked ? problem : null}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
      ) : (
        <p>{t('wantsOne', { most: say(mostQuantity) })}</p>
      )}
      {offer.claimant === 'person' && <p className="soft">{t('personsHonour')}</p>}
      <p className="soft">{t('willClaim')}</p>
      <p className="soft">{t(`willPublish_${publishes}`)}</p>
      <p className="soft">{t('serverTime')}</p>
      <ProblemNotice error={claim.error} />
      <Button kind="primary" submit wide busy={claim.give.isPending}>
        {t(isOwn && ownClaim !== null ? 'sendChange' : 'send')}
      </Button>
      {(ownClaim !== null || behalf.isForOther) && (
        <Button
          busy={claim.withdraw.isPending}
          onClick={() => {
            setAsked(true)
            if (onBehalfOf(behalf) !== null) claim.withdraw.mutate()
          }}
        >
          {t(behalf.isForOther ? 'withdrawForOther' : 'withdraw')}
        </Button>
      )}
    </Form>
  )
}

function Amounts({
  offer: { unit, claimant, mostQuantity },
  draft,
  problem,
  onChange,
}: {
  offer: Pick<OfferBrief, 'unit' | 'claimant' | 'mostQuantity'>
  draft: Draft
  problem: Problem | null
  onChange: (part: Partial<Draft>) => void
}) {
  const t = useOfferT(claimant)
  const unitName = useT(unitMessages)
  const say = useQuantity(unit)
  const most = say(mostQuantity)
  const isWanted = problem === 'amountMissing' || problem === 'amountAbove'
  return (
    <>
      <NumberField
        label={t('wanted')}
        hint={t('wantedHint', { most })}
        unit={unitName(unit)}
        error={isWanted ? t(problem, { most }) : undefined}
        value={draft.wanted}
        onChange={(wanted) => onChange({ wanted })}
      />
      <NumberField
        label={t('least')}
        hint={t('leastHint')}
        unit={unitName(unit)}
        optional
        error={problem === 'leastAbove' ? t('leastAbove') : undefined}
        value={draft.least}
        onChange={(least) => onChange({ least })}
      />
    </>
  )
}

interface AmountsAsked {
  wantedQuantity: number
  leastQuantity: number
}

function useClaim(
  { offerId, title }: Pick<OfferBrief, 'offerId' | 'title'>,
  behalf: OnBehalf,
  onDone: (done: ClaimDone) => void,
) {
  const queryClient = useQueryClient()
  const personId = useSession().session?.person.personId ?? ''
  const about = { personId, params: { id: offerId }, label: title }
  const give = useMutation({
    mutationFn: async ({ isChange, ...amounts }: AmountsAsked & { isChange: boolean }) => {
      const body = { ...amounts, ...onBehalfOf(behalf) }
      const given = await outbox.give({ ...about, kind: 'claim', body })
      onDone(given.state === 'waiting' ? keptHow(given.entry) : isChange ? 'changed' : 'sent')
      await forgetOldAnswers(queryClient)
    },
  })
  const withdraw = useMutation({
    mutationFn: async () => {
      const body = { ...onBehalfOf(behalf) }
      const { state } = await outbox.give({ ...about, kind: 'claim-withdrawal', body })
      onDone(state === 'waiting' ? 'withdrawalKept' : 'withdrawn')
      await forgetOldAnswers(queryClient)
    },
  })
  return { give, withdraw, error: give.error ?? withdraw.error }
}

/** How a claim waits: by itself, or in place of one that waited before. */
export function keptHow({
  replacesWaiting,
}: Pick<OutboxEntry, 'replacesWaiting'>): 'kept' | 'keptInstead' {
  return replacesWaiting === true ? 'keptInstead' : 'kept'
}

/** Where a claim can be for one and no less, there is nothing to ask. */
function onlyAmount({ mostQuantity }: Pick<OfferBrief, 'mostQuantity'>): 1 | null {
  return mostQuantity === 1 ? 1 : null
}

type Problem = 'amountMissing' | 'amountAbove' | 'leastAbove'

/** In the small measure; nothing said of the least means all or nothing. */
function amountsOf({ wanted, least }: Draft, per: number): AmountsAsked {
  const wantedQuantity = wanted === null ? 0 : Math.round(wanted * per)
  return {
    wantedQuantity,
    leastQuantity: least === null ? wantedQuantity : Math.round(least * per),
  }
}

function problemOf({ wantedQuantity, leastQuantity }: AmountsAsked, most: number): Problem | null {
  if (wantedQuantity < 1) return 'amountMissing'
  if (wantedQuantity > most) return 'amountAbove'
  return leastQuantity > wantedQuantity || leastQuantity < 1 ? 'leastAbove' : null
}
