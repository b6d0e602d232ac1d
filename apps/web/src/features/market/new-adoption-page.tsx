import type { Body } from '@azalea/client'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { adoptionMessages } from './adoption-messages.ts'
import { storedQuantity, type AdoptionDesk } from './adoption.ts'

/** The contract, and land that is offered for adoption under it. */
export function NewAdoptionPage() {
  const t = useT(adoptionMessages)
  const { session } = useSession()
  const desk = useAnswer('/api/adoption-desk')
  const contract = desk.data?.contracts[0]
  return (
    <Page title={t('newOffer')} back="/workbench/adoptions">
      {desk.isPending && <Skeleton count={4} />}
      {desk.isError && <ErrorState error={desk.error} onRetry={() => void desk.refetch()} />}
      {desk.isSuccess && contract === undefined && (
        <Notice kind="waiting">{t('noContract')}</Notice>
      )}
      {contract !== undefined && (
        <Section title={t('contract', { edition: contract.edition })}>
          <p className="market-words">{contract.words}</p>
          <p>{t(`rule_${contract.failure}`, { percent: contract.refundPermille / 10 })}</p>
        </Section>
      )}
      {desk.isSuccess && contract !== undefined && <OfferForm desk={desk.data} />}
      {desk.isSuccess && hasRole(session, ['committee']) && <ContractForm />}
    </Page>
  )
}

type OfferBody = Body<'/api/adoption-offers'>

// oxlint-disable-next-line max-lines-per-function -- one field after another
function OfferForm({ desk }: { desk: AdoptionDesk }) {
  const t = useT(adoptionMessages)
  const [said, setSaid] = useState({
    plotId: '',
    growingSeasonId: '',
    nameZh: '',
    nameEn: '',
    wordsZh: '',
    crop: '',
  })
  const [kind, setKind] = useState<OfferBody['kind']>('plot')
  const [unit, setUnit] = useState<OfferBody['unit']>('gram')
  const [part, setPart] = useState<OfferBody['part']>('permille')
  const [numbers, setNumbers] = useState<Record<'yuan' | 'shares' | 'amount', number | null>>({
    yuan: null,
    shares: null,
    amount: null,
  })
  const propose = useCommand((body: OfferBody, idempotencyKey) =>
    post('/api/adoption-offers', {}, body, { idempotencyKey }),
  )
  if (propose.isSuccess) return <Notice kind="done">{t('proposed')}</Notice>
  const text = (name: keyof typeof said) => (value: string) =>
    setSaid((before) => ({ ...before, [name]: value }))
  const number = (name: keyof typeof numbers) => (value: number | null) =>
    setNumbers((before) => ({ ...before, [name]: value }))
  const { yuan, shares, amount } = numbers
  const isWhole =
    said.plotId !== '' &&
    said.growingSeasonId !== '' &&
    said.nameZh.trim() !== '' &&
    said.wordsZh.trim() !== '' &&
    said.crop.trim() !== '' &&
    (yuan ?? 0) > 0 &&
    (shares ?? 0) > 0 &&
    (amount ?? 0) > 0
  const submit = () => {
    if (!isWhole) return
    propose.mutate({
      ...said,
      nameEn: said.nameEn.trim() === '' ? null : said.nameEn,
      wordsEn: null,
      kind,
      unit,
      part,
      priceFen: Math.round((yuan ?? 0) * 100),
      shareCount: shares ?? 0,
      partAmount:
        part === 'permille' ? Math.round((amount ?? 0) * 10) : storedQuantity(unit, amount ?? 0),
    })
  }
  return (
    <Form onSubmit={submit}>
      <SelectField
        label={t('plot')}
        value={said.plotId}
        onChange={text('plotId')}
        placeholder={t('choose')}
        options={desk.plots.map(({ plotId, label }) => ({ value: plotId, label }))}
      />
      <SelectField
        label={t('season')}
        value={said.growingSeasonId}
        onChange={text('growingSeasonId')}
        placeholder={t('choose')}
        options={desk.seasons.map(({ growingSeasonId, name }) => ({
          value: growingSeasonId,
          label: name,
        }))}
      />
      <SelectField
        label={t('what')}
        value={kind}
        onChange={setKind}
        options={(['plot', 'flock', 'paddy'] as const).map((value) => ({
          value,
          label: t(`kind_${value}`),
        }))}
      />
      <TextField label={t('nameZh')} value={said.nameZh} onChange={text('nameZh')} maxLength={40} />
      <TextField label={t('nameEn')} value={said.nameEn} onChange={text('nameEn')} maxLength={80} />
      <TextField
        label={t('wordsZh')}
        value={said.wordsZh}
        onChange={text('wordsZh')}
        maxLength={1000}
      />
      <TextField label={t('crop')} value={said.crop} onChange={text('crop')} maxLength={20} />
      <NumberField label={t('priceYuan')} value={yuan} onChange={number('yuan')} />
      <NumberField label={t('shareCount')} value={shares} onChange={number('shares')} whole />
      <SelectField
        label={t('unit')}
        value={unit}
        onChange={setUnit}
        options={(['gram', 'piece'] as const).map((value) => ({
          value,
          label: t(`unit_${value}_only`),
        }))}
      />
      <SelectField
        label={t('partKind')}
        value={part}
        onChange={setPart}
        options={(['permille', 'fixed'] as const).map((value) => ({
          value,
          label: t(`partKind_${value}`),
        }))}
      />
      <NumberField
        label={t(`partAmount_${part === 'permille' ? 'permille' : unit}`)}
        value={amount}
        onChange={number('amount')}
      />
      <ProblemNotice error={propose.error} />
      <Button kind="primary" submit busy={propose.isPending} disabled={!isWhole}>
        {t('propose')}
      </Button>
    </Form>
  )
}

type ContractBody = Body<'/api/adoption-contracts'>

function ContractForm() {
  const t = useT(adoptionMessages)
  const [wordsZh, setZh] = useState('')
  const [wordsEn, setEn] = useState('')
  const [failure, setFailure] = useState<ContractBody['failure']>('refund')
  const [percent, setPercent] = useState<number | null>(null)
  const publish = useCommand((body: ContractBody, idempotencyKey) =>
    post('/api/adoption-contracts', {}, body, { idempotencyKey }),
  )
  const refundPermille = failure === 'refund' ? Math.round((percent ?? 0) * 10) : 0
  const submit = () =>
    publish.mutate({
      wordsZh,
      wordsEn: wordsEn.trim() === '' ? null : wordsEn,
      failure,
      refundPermille,
    })
  return (
    <details>
      <summary>{t('newContract')}</summary>
      {publish.isSuccess && <Notice kind="done">{t('published')}</Notice>}
      <Form onSubmit={submit}>
        <TextField label={t('contractWords')} value={wordsZh} onChange={setZh} maxLength={4000} />
        <TextField label={t('contractWordsEn')} value={wordsEn} onChange={setEn} maxLength={8000} />
        <SelectField
          label={t('failure')}
          value={failure}
          onChange={setFailure}
          options={(['refund', 'next_season'] as const).map((value) => ({
            value,
            label: t(`failure_${value}`),
          }))}
        />
        {failure === 'refund' && (
          <NumberField label={t('refundPercent')} value={percent} onChange={setPercent} />
        )}
        <ProblemNotice error={publish.error} />
        <Button submit busy={publish.isPending} disabled={wordsZh.trim() === ''}>
          {t('publish')}
        </Button>
      </Form>
    </details>
  )
}
