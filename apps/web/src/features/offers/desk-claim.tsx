import { useState } from 'react'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { ClaimForm, type ClaimDone } from './claim-form.tsx'
import { deskMessages } from './desk-messages.ts'
import type { DeskQueue } from './offer.ts'
import { useOfferT } from './person-words.ts'

const isKept = (done: ClaimDone) => done.startsWith('kept') || done === 'withdrawalKept'

/** A claim at the desk: who has no telephone spoke or wrote it, and both are named. */
export function DeskClaim({ offer }: { offer: DeskQueue }) {
  const t = useT(deskMessages)
  const tell = useOfferT(offer.claimant)
  const [entered, setEntered] = useState<{ done: ClaimDone; times: number } | null>(null)
  return (
    <Section title={t('claimForOther')}>
      <p className="soft">{t('claimForOtherHint')}</p>
      {entered !== null && (
        <Notice kind={isKept(entered.done) ? 'waiting' : 'done'}>{tell(entered.done)}</Notice>
      )}
      <ClaimForm
        key={entered?.times ?? 0}
        offer={offer}
        ownClaim={null}
        atDesk
        onDone={(done) => setEntered((before) => ({ done, times: (before?.times ?? 0) + 1 }))}
      />
    </Section>
  )
}
