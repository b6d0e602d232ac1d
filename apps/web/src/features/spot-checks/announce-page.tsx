import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { spotChecksMessages } from './messages.ts'
import { useKindWords } from './use-kind-words.ts'
import type { SpotKind } from './spot-check.ts'

const kinds: readonly SpotKind[] = ['shift', 'plot', 'yard']
const shares = ['500', '1000', '200'] as const

interface Body {
  kinds: readonly SpotKind[]
  ratePermille: number
  randomPermille: number
}

/** What is to be checked and how much of it; which of it, nobody can say. */
export function AnnouncePage() {
  const t = useT(spotChecksMessages)
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useState<readonly SpotKind[]>(['shift'])
  const [percent, setPercent] = useState<number | null>(10)
  const [random, setRandom] = useState<(typeof shares)[number]>('500')
  const [isAsked, setAsked] = useState(false)
  const announce = useCommand(
    (body: Body, idempotencyKey) => post('/api/spot-draws', {}, body, { idempotencyKey }),
    ({ drawId }) => navigate(`/workbench/spot-draws/${drawId}`),
  )
  const ratePermille = percent === null ? 0 : Math.round(percent * 10)
  const isRateWrong = ratePermille < 1 || ratePermille > 1000
  const submit = () => {
    setAsked(true)
    if (chosen.length === 0 || isRateWrong) return
    announce.mutate({ kinds: chosen, ratePermille, randomPermille: Number(random) })
  }
  return (
    <Page title={t('announceTitle')} lead={t('announceLead')} back="/workbench/spot-checks">
      <Form onSubmit={submit}>
        <Kinds
          chosen={chosen}
          error={isAsked && chosen.length === 0 ? t('kindsMissing') : undefined}
          onChange={setChosen}
        />
        <NumberField
          label={t('rate')}
          hint={t('rateHint')}
          unit="%"
          error={isAsked && isRateWrong ? t('rateWrong') : undefined}
          value={percent}
          onChange={setPercent}
        />
        <SelectField
          label={t('random')}
          hint={t('randomHint')}
          value={random}
          options={shares.map((value) => ({ value, label: t(`random_${value}`) }))}
          onChange={(next) => setRandom(shares.find((one) => one === next) ?? '500')}
        />
        <p className="soft">{t('willAnnounce')}</p>
        <p className="soft">{t('whoMay')}</p>
        <ProblemNotice error={announce.error} />
        <Button kind="primary" submit wide busy={announce.isPending}>
          {t('confirm')}
        </Button>
      </Form>
    </Page>
  )
}

function Kinds({
  chosen,
  error,
  onChange,
}: {
  chosen: readonly SpotKind[]
  error: string | undefined
  onChange: (kinds: readonly SpotKind[]) => void
}) {
  const t = useT(spotChecksMessages)
  const kindWords = useKindWords()
  return (
    <fieldset className="spot-kinds">
      <legend className="field__label">{t('kinds')}</legend>
      {kinds.map((kind) => (
        <Checkbox
          key={kind}
          label={kindWords(kind)}
          hint={t(`hint_${kind}`)}
          checked={chosen.includes(kind)}
          onChange={(isChosen) =>
            onChange(kinds.filter((one) => (one === kind ? isChosen : chosen.includes(one))))
          }
        />
      ))}
      {error !== undefined && (
        <p className="field__error" role="alert">
          <Icon of={WarningCircleIcon} />
          {error}
        </p>
      )}
    </fieldset>
  )
}
