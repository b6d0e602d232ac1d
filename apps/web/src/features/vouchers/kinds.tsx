import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { voucherDeskMessages } from './desk-messages.ts'
import { KindTerms } from './kind-terms.tsx'
import { kindTones, type VoucherKind } from './vouchers.ts'
import './vouchers.css'

/** Kinds of vouchers with their terms, as a second person reads them before they are offered. */
export function Kinds({ keeps }: { keeps: boolean }) {
  const t = useT(voucherDeskMessages)
  const kinds = useAnswer('/api/voucher-kinds')
  return (
    <Section title={t('kinds')}>
      {kinds.isPending && <Skeleton count={3} />}
      {kinds.isError && <ErrorState error={kinds.error} onRetry={() => void kinds.refetch()} />}
      {kinds.data?.items.length === 0 && <p className="soft">{t('kindsNone')}</p>}
      <ul className="list" aria-label={t('kinds')}>
        {kinds.data?.items.map((kind) => (
          <Kind key={kind.voucherKindId} kind={kind} />
        ))}
      </ul>
      {keeps && (
        <div>
          <LinkButton to="/workbench/vouchers/kinds/new">{t('newKind')}</LinkButton>
        </div>
      )}
    </Section>
  )
}

function Kind({ kind }: { kind: VoucherKind }) {
  const t = useT(voucherDeskMessages)
  const format = useFormat()
  const { voucherKindId: id, name, state, canConfirm } = kind
  const confirm = useCommand((_: null, idempotencyKey) =>
    post('/api/voucher-kinds/{id}/confirm', { id }, undefined, { idempotencyKey }),
  )
  const withdraw = useCommand((_: null, idempotencyKey) =>
    post('/api/voucher-kinds/{id}/withdraw', { id }, undefined, { idempotencyKey }),
  )
  return (
    <li className="voucher">
      <div className="voucher__head">
        <strong>{name}</strong>
        <StateBadge tone={kindTones[state]}>{t(`state_${state}`)}</StateBadge>
      </div>
      <p>
        {t('priceWorth', {
          points: format.points(kind.pointsHundredths),
          value: format.money(kind.valueFen),
        })}
        <br />
        {t('fromBudget', { budget: kind.budgetName, left: format.money(kind.budgetLeftFen) })}
        {state === 'proposed' && kind.proposedByName !== null && (
          <>
            <br />
            {t('proposedBy', { name: kind.proposedByName })}
          </>
        )}
      </p>
      <KindTerms kind={kind} />
      {state === 'proposed' && !canConfirm.ok && <p className="soft">{canConfirm.sentence}</p>}
      <ProblemNotice error={confirm.error ?? withdraw.error} />
      {state !== 'withdrawn' && (
        <ButtonRow>
          {state === 'proposed' && canConfirm.ok && (
            <Button
              kind="primary"
              label={t('confirmLabel', { name })}
              busy={confirm.isPending}
              onClick={() => confirm.mutate(null)}
            >
              {t('confirm')}
            </Button>
          )}
          <Button
            kind="quiet"
            label={t('withdrawLabel', { name })}
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate(null)}
          >
            {t('withdraw')}
          </Button>
        </ButtonRow>
      )}
    </li>
  )
}
