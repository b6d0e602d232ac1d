import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { adoptionMessages } from './adoption-messages.ts'
import { AdoptionStory } from './adoption-story.tsx'
import type { Adoption } from './adoption.ts'
import { marketMessages } from './messages.ts'
import { openPayment } from './open-payment.ts'
import { ProveSteps } from './prove-steps.tsx'

/** One thing that can be adopted: what it is, and how. */
export function AdoptionPage() {
  const t = useT(adoptionMessages)
  const { villageId = '', id = '' } = useParams()
  const adoption = useAnswer('/api/villages/{villageId}/adoptions/{id}', { villageId, id })
  const { data } = adoption
  return (
    <Page title={data?.name ?? t('title')} back={`/market/${villageId}/adoptions`}>
      {adoption.isPending && <Skeleton count={5} />}
      {adoption.isError && (
        <ErrorState error={adoption.error} onRetry={() => void adoption.refetch()} />
      )}
      {data !== undefined && (
        <>
          <Left adoption={data} />
          <AdoptionStory adoption={data} villageId={villageId} />
          {data.outcome === null && data.left > 0 && (
            <Adopting adoption={data} villageId={villageId} />
          )}
        </>
      )}
    </Page>
  )
}

function Left({ adoption: { outcome, left, shareCount } }: { adoption: Adoption }) {
  const t = useT(adoptionMessages)
  if (outcome !== null) return <Notice>{t('over')}</Notice>
  if (left === 0) return <Notice>{t('full')}</Notice>
  return <p className="soft">{t('left', { left, all: shareCount })}</p>
}

function Adopting({ adoption, villageId }: { adoption: Adoption; villageId: string }) {
  const market = useAnswer('/api/villages/{villageId}/market', { villageId })
  const me = useAnswer('/api/villages/{villageId}/market/me', { villageId })
  const customer = me.data?.customer
  if (customer === undefined) return <Skeleton count={1} />
  if (customer === null)
    return (
      <ProveSteps
        villageId={villageId}
        isDemonstration={market.data?.isDemonstration ?? false}
        onProved={() => void me.refetch()}
      />
    )
  return <AdoptForm adoption={adoption} villageId={villageId} name={customer.name ?? ''} />
}

function AdoptForm({
  adoption,
  villageId,
  name: known,
}: {
  adoption: Adoption
  villageId: string
  name: string
}) {
  const t = useT(adoptionMessages)
  const tm = useT(marketMessages)
  const format = useFormat()
  const [, navigate] = useLocation()
  const [name, setName] = useState(known)
  const [agrees, setAgrees] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const { offerId: id, priceFen, edition } = adoption
  const adopt = useCommand(
    (body: { name: string; address: null; priceFen: number; edition: number }, idempotencyKey) =>
      post('/api/villages/{villageId}/adoptions/{id}/adopt', { villageId, id }, body, {
        idempotencyKey,
      }),
    ({ number }) => {
      void openPayment(villageId, number, 'adopted').catch(() =>
        navigate(`/market/${villageId}/adopted/${number}`),
      )
    },
  )
  const submit = () => {
    setAsked(true)
    if (name.trim() !== '' && agrees) adopt.mutate({ name, address: null, priceFen, edition })
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        label={tm('name')}
        name="name"
        autoComplete="name"
        value={name}
        error={isAsked && name.trim() === '' ? tm('missing') : undefined}
        onChange={setName}
        maxLength={20}
      />
      <Checkbox label={t('agree', { edition })} checked={agrees} onChange={setAgrees} />
      {isAsked && !agrees && <Notice kind="wrong">{t('agreeMissing')}</Notice>}
      <ProblemNotice error={adopt.error} />
      <Button kind="primary" submit wide busy={adopt.isPending || adopt.isSuccess}>
        {t('adopt', { price: format.money(priceFen) })}
      </Button>
      <p className="soft small">{t('kept')}</p>
    </Form>
  )
}
