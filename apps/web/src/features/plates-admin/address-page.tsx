import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { useSetup } from '../../app/setup.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { addressMessages } from './address-messages.ts'

/** Where people reach the village, said by its operator; plates and papers carry it from then on. */
export function AddressPage() {
  const t = useT(addressMessages)
  const { session } = useSession()
  const setup = useSetup()
  const village = setup.data?.villages.find(
    ({ villageId }) => villageId === session?.village.villageId,
  )
  const known = village?.publicUrl ?? ''
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench/plates">
      {setup.isPending && <Skeleton count={2} />}
      {setup.isError && <ErrorState error={setup.error} onRetry={() => void setup.refetch()} />}
      {setup.isSuccess && setup.data.publicUrl !== null && (
        <Notice>{t('bySettings', { address: setup.data.publicUrl })}</Notice>
      )}
      {setup.isSuccess && setup.data.publicUrl === null && (
        <AddressForm key={known} known={known} />
      )}
    </Page>
  )
}

function AddressForm({ known }: { known: string }) {
  const t = useT(addressMessages)
  const [address, setAddress] = useState(known)
  const [isChanging, setChanging] = useState(known === '')
  const say = useCommand(
    (publicUrl: string, idempotencyKey) =>
      post('/api/village/public-url', {}, { publicUrl }, { idempotencyKey }),
    () => setChanging(false),
  )
  if (!isChanging)
    return (
      <Finished
        words={t('known', { address: known })}
        next={<LinkButton to="/print/plates">{t('print')}</LinkButton>}
        more={{ label: t('change'), onMore: () => setChanging(true) }}
      />
    )
  return (
    <Form
      onSubmit={() => {
        if (address.trim() !== '') say.mutate(address)
      }}
    >
      <TextField
        label={t('address')}
        hint={t('hint')}
        maxLength={200}
        value={address}
        onChange={setAddress}
      />
      <ProblemNotice error={say.error} />
      <Button kind="primary" submit wide busy={say.isPending} disabled={address.trim() === ''}>
        {t('say')}
      </Button>
    </Form>
  )
}
