import type { Answer, Body } from '@azalea/client'
import { useState, type ReactNode } from 'react'
import { post } from '../../app/api.ts'
import { useDoor } from '../../app/door.ts'
import { GroupField } from '../../app/group-field.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { giftMessages } from './messages.ts'

type Gifts = Pick<Answer<'/api/gifts'>, 'walletHundredths' | 'leftHundredths'>
type Gift = Body<'/api/gifts'>

/** Two steps: to whom and how many; then what will be so, before it is. */
export function GivePoints({ gifts }: { gifts: Gifts }) {
  const t = useT(giftMessages)
  const format = useFormat()
  const [asked, setAsked] = useState<Gift | null>(null)
  const [isChecking, setChecking] = useState(false)
  const give = useCommand((gift: Gift, idempotencyKey) =>
    post('/api/gifts', {}, gift, { idempotencyKey }),
  )
  const receiver = useAnswer(
    '/api/gifts/receiver',
    { name: asked?.to.name ?? '', groupNo: asked?.to.groupNo ?? 1 },
    { enabled: isChecking && asked !== null && !give.isSuccess, retry: false },
  )
  const again = () => {
    give.reset()
    setChecking(false)
  }
  if (give.isSuccess)
    return (
      <Finished
        words={t('given', {
          points: format.points(give.variables.pointsHundredths),
          name: give.variables.to.name,
        })}
        next={<LinkButton to="/me/points?unit=wallet">{t('toWallet')}</LinkButton>}
        more={{
          label: t('giveMore'),
          onMore: () => {
            setAsked(null)
            again()
          },
        }}
      />
    )
  if (isChecking && asked !== null && receiver.isSuccess)
    return (
      <Check gift={asked} gifts={gifts} receiver={receiver.data} error={give.error}>
        <Button kind="primary" busy={give.isPending} onClick={() => give.mutate(asked)}>
          {t('giveNow', { points: format.points(asked.pointsHundredths) })}
        </Button>
        <Button onClick={again}>{t('back')}</Button>
      </Check>
    )
  return (
    <Section title={t('give')}>
      <GiftForm
        begun={asked}
        gifts={gifts}
        error={isChecking ? receiver.error : null}
        busy={isChecking && receiver.isFetching}
        onNext={(gift) => {
          setAsked(gift)
          setChecking(true)
        }}
        onChange={() => setChecking(false)}
      />
    </Section>
  )
}

function GiftForm({
  begun,
  gifts,
  error,
  busy,
  onNext,
  onChange,
}: {
  begun: Gift | null
  gifts: Gifts
  error: Error | null
  busy: boolean
  onNext: (gift: Gift) => void
  onChange: () => void
}) {
  const t = useT(giftMessages)
  const wrongAmountOf = useWrongAmount(gifts)
  const [name, setName] = useState(begun?.to.name ?? '')
  const [groupNo, setGroupNo] = useState<number | null>(begun?.to.groupNo ?? null)
  const [amount, setAmount] = useState(begun === null ? null : begun.pointsHundredths / 100)
  const [isAsked, setAsked] = useState(false)
  const pointsHundredths = Math.round((amount ?? 0) * 100)
  const wrongAmount = wrongAmountOf(pointsHundredths)
  const changed =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      onChange()
    }
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (name.trim() !== '' && groupNo !== null && wrongAmount === undefined)
          onNext({ to: { name: name.trim(), groupNo }, pointsHundredths })
      }}
    >
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        error={isAsked && name.trim() === '' ? t('nameMissing') : undefined}
        value={name}
        onChange={changed(setName)}
      />
      <GroupField
        label={t('group')}
        error={isAsked && groupNo === null ? t('groupMissing') : undefined}
        value={groupNo}
        onChange={changed(setGroupNo)}
      />
      <NumberField
        label={t('amount')}
        unit={t('points')}
        error={isAsked ? wrongAmount : undefined}
        value={amount}
        onChange={changed(setAmount)}
      />
      <ProblemNotice error={error} />
      <Button kind="primary" submit busy={busy}>
        {t('next')}
      </Button>
    </Form>
  )
}

/** Why so many cannot be given; undefined where they can. */
function useWrongAmount({ walletHundredths, leftHundredths }: Gifts) {
  const t = useT(giftMessages)
  const format = useFormat()
  return (pointsHundredths: number) => {
    if (pointsHundredths < 1) return t('amountWrong')
    if (pointsHundredths > walletHundredths)
      return t('amountOverWallet', { points: format.points(walletHundredths) })
    if (pointsHundredths > leftHundredths)
      return t('amountOverLimit', { points: format.points(leftHundredths) })
    return undefined
  }
}

function Check({
  gift,
  gifts,
  receiver,
  error,
  children,
}: {
  gift: Gift
  gifts: Gifts
  receiver: Answer<'/api/gifts/receiver'>
  error: Error | null
  children: ReactNode
}) {
  const t = useT(giftMessages)
  const format = useFormat()
  const doorOf = useDoor()
  const after = (left: number) =>
    `${format.points(left - gift.pointsHundredths)} ${t('points', { count: (left - gift.pointsHundredths) / 100 })}`
  return (
    <Section title={t('check')}>
      <Facts
        facts={[
          {
            label: t('toHousehold'),
            value: t('toHouseholdWords', {
              name: gift.to.name,
              door: doorOf({ ...receiver, houseNo: receiver.houseNo ?? '' }),
            }),
          },
          {
            label: t('amount'),
            value: `${format.points(gift.pointsHundredths)} ${t('points', { count: gift.pointsHundredths / 100 })}`,
          },
          { label: t('leaves'), value: after(gifts.walletHundredths) },
          { label: t('leftAfter'), value: after(gifts.leftHundredths) },
        ]}
      />
      <ProblemNotice error={error} />
      <ButtonRow>{children}</ButtonRow>
    </Section>
  )
}
