import { civilDay } from '@azalea/client'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { serverNow } from '../../app/server-clock.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { adoptionMessages } from './adoption-messages.ts'
import { storedQuantity, type AdoptionDesk, type DeskOffer } from './adoption.ts'

/** What is entered of a season that runs: harvests, deliveries, its end. */
export function OfferSteps({ offer, desk }: { offer: DeskOffer; desk: AdoptionDesk }) {
  return (
    <>
      <HarvestForm offer={offer} />
      <DeliveryForm offer={offer} />
      <SettleForm offer={offer} desk={desk} />
    </>
  )
}

const today = () => civilDay(serverNow())

function HarvestForm({ offer: { offerId: id, unit } }: { offer: DeskOffer }) {
  const t = useT(adoptionMessages)
  const [amount, setAmount] = useState<number | null>(null)
  const enter = useCommand(
    (quantity: number, idempotencyKey) =>
      post(
        '/api/adoption-offers/{id}/harvests',
        { id },
        { quantity, harvestedOn: today() },
        { idempotencyKey },
      ),
    () => setAmount(null),
  )
  const quantity = amount === null ? 0 : storedQuantity(unit, amount)
  return (
    <details>
      <summary>{t('enterHarvest')}</summary>
      <Form onSubmit={() => quantity > 0 && enter.mutate(quantity)}>
        <NumberField label={t(`harvestAmount_${unit}`)} value={amount} onChange={setAmount} />
        <ProblemNotice error={enter.error} />
        <Button kind="primary" submit busy={enter.isPending} disabled={quantity <= 0}>
          {t('enter')}
        </Button>
      </Form>
    </details>
  )
}

function DeliveryForm({ offer: { shares, unit } }: { offer: DeskOffer }) {
  const t = useT(adoptionMessages)
  const [id, setShare] = useState('')
  const [amount, setAmount] = useState<number | null>(null)
  const enter = useCommand(
    (quantity: number, idempotencyKey) =>
      post(
        '/api/adoptions/{id}/deliveries',
        { id },
        { quantity, deliveredOn: today() },
        { idempotencyKey },
      ),
    () => setAmount(null),
  )
  const running = shares.filter(({ state }) => state === 'adopted')
  if (running.length === 0) return null
  const quantity = amount === null ? 0 : storedQuantity(unit, amount)
  return (
    <details>
      <summary>{t('enterDelivery')}</summary>
      <Form onSubmit={() => id !== '' && quantity > 0 && enter.mutate(quantity)}>
        <SelectField
          label={t('share')}
          value={id}
          onChange={setShare}
          placeholder={t('choose')}
          options={running.map(({ adoptionId, shareNo, name }) => ({
            value: adoptionId,
            label: t('shareNo', { no: shareNo, name: name ?? '' }),
          }))}
        />
        <NumberField label={t(`deliveredAmount_${unit}`)} value={amount} onChange={setAmount} />
        <ProblemNotice error={enter.error} />
        <Button kind="primary" submit busy={enter.isPending} disabled={id === '' || quantity <= 0}>
          {t('enter')}
        </Button>
      </Form>
    </details>
  )
}

interface Settled {
  outcome: 'harvested' | 'failed'
  nextOfferId: string | null
}

function SettleForm({ offer, desk }: { offer: DeskOffer; desk: AdoptionDesk }) {
  const t = useT(adoptionMessages)
  const { offerId: id } = offer
  const [nextOfferId, setNext] = useState('')
  const settle = useCommand((body: Settled, idempotencyKey) =>
    post('/api/adoption-offers/{id}/settle', { id }, body, { idempotencyKey }),
  )
  const contract = desk.contracts.find(({ edition }) => edition === offer.edition)
  const isCarried = contract?.failure === 'next_season'
  const next = desk.items.filter(
    (one) => one.plotId === offer.plotId && one.beginsOn > offer.endsOn && one.outcome === null,
  )
  const fail = () =>
    settle.mutate({ outcome: 'failed', nextOfferId: isCarried ? nextOfferId || null : null })
  return (
    <details>
      <summary>{t('settle')}</summary>
      <p className="soft">{t('settleHint')}</p>
      {isCarried && (
        <SelectField
          label={t('nextOffer')}
          value={nextOfferId}
          onChange={setNext}
          placeholder={t('choose')}
          options={next.map(({ offerId, name, seasonName }) => ({
            value: offerId,
            label: `${name} · ${seasonName}`,
          }))}
        />
      )}
      <ProblemNotice error={settle.error} />
      <ButtonRow>
        <Button
          busy={settle.isPending}
          onClick={() => settle.mutate({ outcome: 'harvested', nextOfferId: null })}
        >
          {t('settleHarvested')}
        </Button>
        <Button busy={settle.isPending} onClick={fail}>
          {t('settleFailed')}
        </Button>
      </ButtonRow>
    </details>
  )
}
