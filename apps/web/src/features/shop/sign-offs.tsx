import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { counterMessages } from './counter-messages.ts'
import { inWords, type Counter } from './shop.ts'
import { useHouseholdName } from './use-household-name.ts'

type Handed = Counter['toSign'][number]

/** What was handed over and waits for a second household. */
export function SignOffs({ toSign }: { toSign: readonly Handed[] }) {
  const t = useT(counterMessages)
  return (
    <Section title={t('toSign')}>
      {toSign.length === 0 && <p className="soft">{t('toSignNone')}</p>}
      <ul className="list" aria-label={t('toSign')}>
        {toSign.map((handed) => (
          <SignOff key={handed.purchaseId} handed={handed} />
        ))}
      </ul>
    </Section>
  )
}

function SignOff({ handed }: { handed: Handed }) {
  const t = useT(counterMessages)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useHouseholdName()
  const { purchaseId: id, canSign, canTakeBack, handedAt } = handed
  const sign = useCommand((agrees: boolean, idempotencyKey) =>
    post('/api/shop/purchases/{id}/sign', { id }, { agrees }, { idempotencyKey }),
  )
  const name = `${inWords(handed.name, language)} × ${handed.quantity}`
  const at = handedAt === null ? '' : format.when(handedAt)
  return (
    <li className="good">
      <div className="good__words">
        <span className="list__title">
          {name} · {nameOf(handed.household)}
        </span>
        <span className="list__note">
          {t('handedBy', { name: handed.handedByName ?? '', at })} ·{' '}
          {format.points(handed.pointsHundredths)}{' '}
          {t('points', { count: handed.pointsHundredths / 100 })}
        </span>
        {!canSign.ok && <span className="soft small">{canSign.sentence}</span>}
      </div>
      <ProblemNotice error={sign.error} />
      <ButtonRow>
        {canSign.ok && (
          <>
            <Button
              kind="primary"
              label={t('signLabel', { name })}
              busy={sign.isPending}
              onClick={() => sign.mutate(true)}
            >
              {t('sign')}
            </Button>
            <Button busy={sign.isPending} onClick={() => sign.mutate(false)}>
              {t('refuse')}
            </Button>
          </>
        )}
        {!canSign.ok && canTakeBack && (
          <Button busy={sign.isPending} onClick={() => sign.mutate(false)}>
            {t('takeBack')}
          </Button>
        )}
      </ButtonRow>
    </li>
  )
}
