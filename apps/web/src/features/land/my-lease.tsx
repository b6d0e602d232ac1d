import { useState } from 'react'
import { post } from '../../app/api.ts'
import { GroupField } from '../../app/group-field.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useArea, type Plot } from './land.ts'
import { landMessages } from './messages.ts'

/** A plot of one's own: giving it back, or passing it on. */
export function MyLease({ plot }: { plot: Plot }) {
  const t = useT(landMessages)
  const area = useArea()
  const { leaseId } = plot
  return (
    <Section title={t('mine', { label: plot.label })}>
      <Facts facts={[{ label: t('areaHead'), value: area(plot.areaSquareMetres) }]} />
      <ButtonRow>
        <LinkButton to={`/plots/${plot.plotId}/inputs`}>{t('toInputs')}</LinkButton>
        <LinkButton to={`/plots/${plot.plotId}/sensors`}>{t('toSensors')}</LinkButton>
        <LinkButton to="/me/adopted">{t('toAdopted')}</LinkButton>
      </ButtonRow>
      {leaseId === null ? (
        <p className="soft">{t('ownLand')}</p>
      ) : (
        <EndLease leaseId={leaseId} plot={plot} />
      )}
    </Section>
  )
}

function EndLease({ leaseId, plot }: { leaseId: string; plot: Plot }) {
  const t = useT(landMessages)
  const [asking, setAsking] = useState<'release' | 'transfer' | null>(null)
  const close = () => setAsking(null)
  const release = useCommand(
    (_: null, idempotencyKey) =>
      post('/api/leases/{id}/release', { id: leaseId }, {}, { idempotencyKey }),
    close,
  )
  const offer = useCommand(
    (to: { name: string; groupNo: number } | null, idempotencyKey) =>
      post('/api/leases/{id}/transfer', { id: leaseId }, { to }, { idempotencyKey }),
    close,
  )
  return (
    <>
      {plot.toPersonNamed && <Notice kind="waiting">{t('transferWaits')}</Notice>}
      <ProblemNotice error={asking === null ? offer.error : null} />
      <ButtonRow>
        <Button onClick={() => setAsking('release')}>{t('release')}</Button>
        {plot.toPersonNamed ? (
          <Button busy={offer.isPending} onClick={() => offer.mutate(null)}>
            {t('transferBack')}
          </Button>
        ) : (
          <Button onClick={() => setAsking('transfer')}>{t('transfer')}</Button>
        )}
      </ButtonRow>
      <Dialog open={asking === 'release'} onClose={close} title={t('release')}>
        <p>{t('releaseMeans', { label: plot.label })}</p>
        <ProblemNotice error={release.error} />
        <ButtonRow>
          <Button kind="primary" busy={release.isPending} onClick={() => release.mutate(null)}>
            {t('releaseSure')}
          </Button>
          <Button onClick={close}>{t('keep')}</Button>
        </ButtonRow>
      </Dialog>
      <Dialog open={asking === 'transfer'} onClose={close} title={t('transfer')}>
        <TransferForm error={offer.error} busy={offer.isPending} onGive={offer.mutate} />
      </Dialog>
    </>
  )
}

function TransferForm({
  error,
  busy,
  onGive,
}: {
  error: Error | null
  busy: boolean
  onGive: (to: { name: string; groupNo: number }) => void
}) {
  const t = useT(landMessages)
  const [name, setName] = useState('')
  const [groupNo, setGroupNo] = useState<number | null>(null)
  const [isAsked, setAsked] = useState(false)
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (name.trim() !== '' && groupNo !== null) onGive({ name: name.trim(), groupNo })
      }}
    >
      <p>{t('transferMeans')}</p>
      <TextField
        label={t('transferName')}
        error={isAsked && name.trim() === '' ? t('transferNameMissing') : undefined}
        value={name}
        onChange={setName}
      />
      <GroupField
        label={t('group')}
        error={isAsked && groupNo === null ? t('groupMissing') : undefined}
        value={groupNo}
        onChange={setGroupNo}
      />
      <ProblemNotice error={error} />
      <Button kind="primary" submit wide busy={busy}>
        {t('transferSend')}
      </Button>
    </Form>
  )
}
