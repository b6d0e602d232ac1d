import type { Answer } from '@azalea/client'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { landMessages } from './messages.ts'

type Season = Answer<'/api/growing-seasons'>['items'][number]

/** More offers than a village has at once. */
const EVERY = 100

/** By which offer the plots of a season are given out; without one, first come, first served. */
export function WaitingList({ season }: { season: Season }) {
  const t = useT(landMessages)
  return (
    <Section title={`${season.name} · ${t('waitingList')}`}>
      {season.offerId === null ? (
        <ChooseOffer growingSeasonId={season.growingSeasonId} />
      ) : (
        <>
          <p>{t('waitingListIs')}</p>
          <div>
            <LinkButton to={`/workbench/offers/${season.offerId}`}>{t('toOffer')}</LinkButton>
          </div>
        </>
      )}
    </Section>
  )
}

function ChooseOffer({ growingSeasonId }: { growingSeasonId: string }) {
  const t = useT(landMessages)
  const [offerId, setOffer] = useState('')
  const [isAsked, setAsked] = useState(false)
  const offers = useAnswer('/api/offer-desk', { limit: EVERY })
  const open = (offers.data?.items ?? []).filter(
    ({ kind, state }) => kind === 'plot' && (state === 'draft' || state === 'published'),
  )
  const set = useCommand((chosen: string, idempotencyKey) =>
    post(
      '/api/growing-seasons/{id}/waiting-list',
      { id: growingSeasonId },
      { offerId: chosen },
      { idempotencyKey },
    ),
  )
  if (set.isSuccess) return <Notice kind="done">{t('waitingListSet')}</Notice>
  return (
    <>
      <p className="soft">{t('waitingListNone')}</p>
      {offers.isError && <ErrorState error={offers.error} onRetry={() => void offers.refetch()} />}
      {offers.isSuccess && open.length === 0 && <p>{t('offerNone')}</p>}
      {open.length > 0 && (
        <Form
          onSubmit={() => {
            setAsked(true)
            if (offerId !== '') set.mutate(offerId)
          }}
        >
          <SelectField
            label={t('offerOfPlots')}
            placeholder={t('offerChoose')}
            error={isAsked && offerId === '' ? t('missing') : undefined}
            value={offerId}
            options={open.map(({ offerId: value, title }) => ({ value, label: title }))}
            onChange={setOffer}
          />
          <ProblemNotice error={set.error} />
          <Button submit busy={set.isPending}>
            {t('useOffer')}
          </Button>
        </Form>
      )}
      <ButtonRow>
        <LinkButton to="/workbench/offers/new">{t('newOffer')}</LinkButton>
      </ButtonRow>
    </>
  )
}
