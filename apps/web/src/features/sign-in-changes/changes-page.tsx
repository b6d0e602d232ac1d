import { roleMessages } from '@azalea/client'
import type { Answer } from '@azalea/client'
import { DeviceMobileIcon } from '@phosphor-icons/react/dist/csr/DeviceMobile'
import { useState, type ReactNode } from 'react'
import { useAnswer } from '../../app/use-answer.ts'
import { post } from '../../app/api.ts'
import { useDoor } from '../../app/door.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Until, When } from '../../ui/when.tsx'
import { Said } from '../../ui/said.tsx'
import { signInChangeMessages } from './messages.ts'
import { sayDecided, type DecisionTold } from './say-decided.ts'

type Change = Answer<'/api/sign-in-changes'>['items'][number]
type Decision = { changeIds: readonly string[]; decision: 'confirmed' | 'declined' }

/** Telephones and identity numbers that somebody would change, for the second person to confirm. */
export function ChangesPage() {
  const t = useT(signInChangeMessages)
  const [said, setSaid] = useState<{ words: ReactNode; at: string } | null>(null)
  const changes = useAnswer('/api/sign-in-changes')
  const decide = useCommand(
    (decision: Decision, idempotencyKey) =>
      post('/api/sign-in-changes/decide', {}, decision, { idempotencyKey }),
    (told, { changeIds, decision }) =>
      setSaid({
        words: (
          <Said by={signInChangeMessages} say={(words) => sayDecided(words, decision, told)} />
        ),
        at: changeIds.join(),
      }),
  )
  const items = changes.data?.items ?? []
  const mine = items.filter(({ mayConfirm }) => mayConfirm)
  return (
    <Page step={said?.at ?? 'list'} title={t('title')} lead={t('lead')} back="/workbench">
      {said !== null && <Notice kind="done">{said.words}</Notice>}
      <ProblemNotice error={decide.error} />
      {changes.isPending && <Skeleton count={3} />}
      {changes.isError && (
        <ErrorState error={changes.error} onRetry={() => void changes.refetch()} />
      )}
      {changes.data !== undefined && items.length === 0 && (
        <EmptyState icon={DeviceMobileIcon} title={t('none')} hint={t('noneHint')} />
      )}
      {mine.length > 1 && <ConfirmAll changes={mine} decide={decide} />}
      {items.map((change) => (
        <ChangeSection key={change.changeId} change={change} decide={decide} />
      ))}
    </Page>
  )
}

interface Deciding {
  decide: ReturnType<typeof useCommand<Decision, DecisionTold>>
}

function ConfirmAll({ changes, decide }: Deciding & { changes: readonly Change[] }) {
  const t = useT(signInChangeMessages)
  const [isAsked, setAsked] = useState(false)
  const count = changes.length
  const changeIds = changes.map(({ changeId }) => changeId)
  const close = () => setAsked(false)
  return (
    <>
      <div>
        <Button onClick={() => setAsked(true)}>{t('confirmAll', { count })}</Button>
      </div>
      <Dialog open={isAsked} onClose={close} title={t('confirmAll', { count })}>
        <div className="stack">
          <p>{t('confirmAllWords', { count })}</p>
          <ButtonRow>
            <Button
              kind="primary"
              busy={decide.isPending}
              onClick={() =>
                decide.mutate({ changeIds, decision: 'confirmed' }, { onSettled: close })
              }
            >
              {t('confirmAllSure', { count })}
            </Button>
            <Button onClick={close}>{t('cancel')}</Button>
          </ButtonRow>
        </div>
      </Dialog>
    </>
  )
}

function ChangeSection({ change, decide }: Deciding & { change: Change }) {
  const doorOf = useDoor()
  const t = useT(signInChangeMessages)
  const tRole = useT(roleMessages)
  const shown = (value: string) => (value === '' ? t('nothing') : value)
  const { name, phone, identity, passedOnFrom, reason, roles } = change
  return (
    <Section title={`${name} · ${doorOf(change)}`}>
      <Facts
        facts={[
          { label: t('roles'), value: roles.map((role) => tRole(`role_${role}`)).join('、') },
          {
            label: t('phone'),
            value: phone && t('fromTo', { from: shown(phone.from), to: shown(phone.to) }),
          },
          {
            label: t('identity'),
            value:
              identity &&
              t('fromTo', { from: shown(lastFour(identity.from)), to: lastFour(identity.to) }),
          },
          { label: t('reason'), value: reason === '' ? t('byFile') : reason },
          { label: t('proposedBy'), value: change.proposedByName },
          { label: t('proposedAt'), value: <When at={change.proposedAt} /> },
          { label: t('waitsUntil'), value: <Until at={change.waitsUntil} /> },
        ]}
      />
      {passedOnFrom !== null && <Notice>{t('passedOn', { name: passedOnFrom })}</Notice>}
      <Decide change={change} decide={decide} />
    </Section>
  )
}

function Decide({ change, decide }: Deciding & { change: Change }) {
  const t = useT(signInChangeMessages)
  const { changeId, name, mayConfirm, mayDecline } = change
  if (!mayDecline) return null
  const changeIds = [changeId]
  return (
    <>
      {!mayConfirm && <p className="soft">{t('notYours')}</p>}
      <ButtonRow>
        {mayConfirm && (
          <Button
            kind="primary"
            label={t('confirmLabel', { name })}
            busy={decide.isPending}
            onClick={() => decide.mutate({ changeIds, decision: 'confirmed' })}
          >
            {t('confirm')}
          </Button>
        )}
        <Button
          label={t('declineLabel', { name })}
          busy={decide.isPending}
          onClick={() => decide.mutate({ changeIds, decision: 'declined' })}
        >
          {t('decline')}
        </Button>
      </ButtonRow>
    </>
  )
}

function lastFour(digits: string): string {
  return digits === '' ? '' : `…${digits}`
}
