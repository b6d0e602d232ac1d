import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BindPerson } from './bind-person.tsx'
import { voucherDeskMessages } from './desk-messages.ts'
import { EnterMerchant } from './enter-merchant.tsx'
import { MerchantAccount } from './merchant-account.tsx'
import type { Merchant } from './vouchers.ts'

/** Merchants, who takes vouchers for them, and where their money is sent. */
export function MerchantsPage() {
  const t = useT(voucherDeskMessages)
  const merchants = useAnswer('/api/merchants')
  const items = merchants.data?.items ?? []
  const taking = items.filter(({ endedAt }) => endedAt === null)
  return (
    <Page title={t('merchants')} back="/workbench/vouchers">
      {merchants.isPending && <Skeleton count={4} />}
      {merchants.isError && (
        <ErrorState error={merchants.error} onRetry={() => void merchants.refetch()} />
      )}
      {items.map((merchant) => (
        <OneMerchant key={merchant.merchantId} merchant={merchant} />
      ))}
      <EnterMerchant />
      {taking.length > 0 && (
        <>
          <BindPerson merchants={taking} />
          <MerchantAccount merchants={taking} />
        </>
      )}
    </Page>
  )
}

/** Where the money is to go from now on: a second person confirms it, or somebody drops it. */
function AccountChange({
  merchant: { merchantId: id, name },
  change: { changeId, account, proposedByName, canConfirm },
}: {
  merchant: Merchant
  change: NonNullable<Merchant['change']>
}) {
  const t = useT(voucherDeskMessages)
  const confirm = useCommand((_: null, idempotencyKey) =>
    post('/api/merchants/{id}/account/confirm', { id }, { changeId }, { idempotencyKey }),
  )
  const drop = useCommand((_: null, idempotencyKey) =>
    post('/api/merchants/{id}/account/drop', { id }, { changeId }, { idempotencyKey }),
  )
  return (
    <>
      <Notice kind="info">
        {t('changeIs', {
          bank: account.bankName,
          holder: account.holderName,
          ends: account.accountEnds,
          name: proposedByName ?? '–',
        })}
      </Notice>
      {!canConfirm.ok && <p className="soft">{canConfirm.sentence}</p>}
      <ProblemNotice error={confirm.error ?? drop.error} />
      <ButtonRow>
        {canConfirm.ok && (
          <Button
            label={t('changeConfirmLabel', { name })}
            busy={confirm.isPending}
            onClick={() => confirm.mutate(null)}
          >
            {t('changeConfirm')}
          </Button>
        )}
        <Button
          kind="quiet"
          label={t('changeDropLabel', { name })}
          busy={drop.isPending}
          onClick={() => drop.mutate(null)}
        >
          {t('changeDrop')}
        </Button>
      </ButtonRow>
    </>
  )
}

function OneMerchant({ merchant }: { merchant: Merchant }) {
  const t = useT(voucherDeskMessages)
  const { merchantId: id, name, place, people, account, endedAt } = merchant
  const remove = useCommand((personId: string, idempotencyKey) =>
    post('/api/merchants/{id}/people/remove', { id }, { personId }, { idempotencyKey }),
  )
  const end = useCommand((_: null, idempotencyKey) =>
    post('/api/merchants/{id}/end', { id }, undefined, { idempotencyKey }),
  )
  const paid =
    account === null
      ? t('cash')
      : t('accountIs', {
          bank: account.bankName,
          holder: account.holderName,
          ends: account.accountEnds,
        })
  return (
    <Section title={name}>
      <p className="soft">
        {place} · {endedAt === null ? paid : t('ended')}
      </p>
      {merchant.change !== null && <AccountChange merchant={merchant} change={merchant.change} />}
      <ProblemNotice error={remove.error ?? end.error} />
      <List label={name}>
        {people.map((person) => (
          <li key={person.personId}>
            <ul className="list">
              <ListRow title={person.name ?? '–'} />
            </ul>
            <Button
              kind="quiet"
              label={t('removeLabel', { name: person.name ?? '–' })}
              busy={remove.isPending}
              onClick={() => remove.mutate(person.personId)}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </List>
      {endedAt === null && (
        <div>
          <Button
            kind="quiet"
            label={t('endLabel', { name })}
            busy={end.isPending}
            onClick={() => end.mutate(null)}
          >
            {t('end')}
          </Button>
        </div>
      )}
    </Section>
  )
}
