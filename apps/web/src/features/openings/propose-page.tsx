import { civilDay, type Body, type Item } from '@azalea/client'
import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { useNow } from '../../app/use-now.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { openingsMessages } from './messages.ts'
import { openable } from './opening.ts'
import './openings.css'

interface Draft {
  auditorId: string
  kinds: readonly string[]
  fromDay: string | null
  throughDay: string | null
  validDays: number | null
  reason: string
}

const empty: Draft = {
  auditorId: '',
  kinds: [],
  fromDay: null,
  throughDay: null,
  validDays: 7,
  reason: '',
}
const MOST_DAYS = 31
const FEWEST_CHARACTERS = 5

/** One member of the committee proposes what an auditor may open. */
export function ProposePage() {
  const t = useT(openingsMessages)
  const holders = useAnswer('/api/roles')
  const auditors = holders.data?.items.filter(({ role }) => role === 'auditor') ?? []
  return (
    <Page title={t('proposeTitle')} lead={t('proposeLead')} back="/workbench/openings">
      {holders.isPending && <Skeleton count={4} />}
      {holders.isError && (
        <ErrorState error={holders.error} onRetry={() => void holders.refetch()} />
      )}
      {holders.isSuccess && auditors.length === 0 && (
        <Notice kind="waiting">{t('noAuditor')}</Notice>
      )}
      {auditors.length > 0 && <ProposalForm auditors={auditors} />}
    </Page>
  )
}

function ProposalForm({ auditors }: { auditors: readonly Item<'/api/roles'>[] }) {
  const t = useT(openingsMessages)
  const [, navigate] = useLocation()
  const [draft, setDraft, clear] = useDraft<Draft>('opening', empty)
  const [isAsked, setAsked] = useState(false)
  const propose = useCommand(
    (body: Body<'/api/openings'>, idempotencyKey) =>
      post('/api/openings', {}, body, { idempotencyKey }),
    () => {
      clear()
      navigate('/workbench/openings')
    },
  )
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const { auditorId, reason } = draft
  const isDue = (isMissing: boolean, words: string) => (isAsked && isMissing ? words : undefined)
  const isWrong = isIncomplete(draft)
  const submit = () => {
    setAsked(true)
    const { fromDay, throughDay, validDays } = draft
    if (Object.values(isWrong).includes(true)) return
    if (fromDay === null || throughDay === null || validDays === null) return
    propose.mutate({ ...draft, fromDay, throughDay, validDays, reason: reason.trim() })
  }
  return (
    <Form onSubmit={submit}>
      <SelectField
        label={t('auditor')}
        placeholder={t('auditorChoose')}
        error={isDue(isWrong.auditor, t('auditorMissing'))}
        value={auditorId}
        options={auditors.map(({ personId, name }) => ({
          value: personId,
          label: name ?? t('erased'),
        }))}
        onChange={(next) => change({ auditorId: next })}
      />
      <KindsField
        kinds={draft.kinds}
        error={isDue(isWrong.kinds, t('kindsMissing'))}
        onChange={(kinds) => change({ kinds })}
      />
      <TimeFields draft={draft} isWrong={isAsked ? isWrong : null} onChange={change} />
      <TextArea
        label={t('reason')}
        hint={t('reasonHint')}
        error={isDue(isWrong.reason, t('reasonMissing'))}
        value={reason}
        maxLength={500}
        onChange={(next) => change({ reason: next })}
      />
      <ProblemNotice error={propose.error} />
      <Button kind="primary" submit wide busy={propose.isPending}>
        {t('submit')}
      </Button>
    </Form>
  )
}

/** Of which days the records are, and how long the auditor may open them. */
function TimeFields({
  draft: { fromDay, throughDay, validDays },
  isWrong,
  onChange,
}: {
  draft: Draft
  /** Null before the form was sent once. */
  isWrong: ReturnType<typeof isIncomplete> | null
  onChange: (part: Partial<Draft>) => void
}) {
  const t = useT(openingsMessages)
  const today = civilDay(useNow())
  const dayError = (isMissing: boolean | undefined) => (isMissing ? t('dayMissing') : undefined)
  return (
    <>
      <DateField
        label={t('fromDay')}
        error={dayError(isWrong?.fromDay)}
        value={fromDay}
        max={throughDay ?? today}
        onChange={(next) => onChange({ fromDay: next })}
      />
      <DateField
        label={t('throughDay')}
        error={dayError(isWrong?.throughDay)}
        value={throughDay}
        max={today}
        onChange={(next) => onChange({ throughDay: next })}
      />
      <NumberField
        label={t('validDays')}
        whole
        unit={t('validDaysUnit')}
        error={isWrong?.validDays ? t('validDaysWrong') : undefined}
        value={validDays}
        onChange={(next) => onChange({ validDays: next })}
      />
    </>
  )
}

function isIncomplete({ auditorId, kinds, fromDay, throughDay, validDays, reason }: Draft) {
  return {
    auditor: auditorId === '',
    kinds: kinds.length === 0,
    fromDay: fromDay === null,
    throughDay: throughDay === null,
    validDays: validDays === null || validDays < 1 || validDays > MOST_DAYS,
    reason: reason.trim().length < FEWEST_CHARACTERS,
  }
}

function KindsField({
  kinds,
  error,
  onChange,
}: {
  kinds: readonly string[]
  error: string | undefined
  onChange: (kinds: readonly string[]) => void
}) {
  const t = useT(openingsMessages)
  return (
    <fieldset className="opening-kinds">
      <legend className="field__label">{t('kinds')}</legend>
      <p className="field__hint">{t('kindsHint')}</p>
      {openable.map((kind) => (
        <Checkbox
          key={kind}
          label={t(`kind_${kind}`)}
          checked={kinds.includes(kind)}
          onChange={(isChosen) =>
            onChange(isChosen ? [...kinds, kind] : kinds.filter((one) => one !== kind))
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
