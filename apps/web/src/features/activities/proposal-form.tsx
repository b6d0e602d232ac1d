import { declaredCircumstances } from '@azalea/scoring'
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { useT } from '../../ui/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DateTimeField } from '../../ui/date-field.tsx'
import { fieldProblem, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { ItemChoice, useRuleSheet } from './item-choice.tsx'
import { activitiesMessages } from './messages.ts'
import {
  missingIn,
  nextShift,
  toBody,
  withItem,
  type ProposalBody,
  type ProposalDraft,
} from './proposal.ts'
import { ShiftFields } from './shift-fields.tsx'
import './activities.css'

/** What one writes to start something: for a new proposal, and for one that was sent back. */
export function ProposalForm({
  draft,
  onChange,
  onSubmit,
  busy,
  error,
  submitLabel,
}: {
  draft: ProposalDraft
  onChange: (change: (before: ProposalDraft) => ProposalDraft) => void
  onSubmit: (body: ProposalBody) => void
  busy: boolean
  error: unknown
  submitLabel: string
}) {
  const t = useT(activitiesMessages)
  const body = toBody(draft)
  const set = (part: Partial<ProposalDraft>) => onChange((before) => ({ ...before, ...part }))
  return (
    <Form
      onSubmit={() => {
        if (body !== null) onSubmit(body)
      }}
    >
      <TextField
        label={t('fieldTitle')}
        hint={t('fieldTitleHint')}
        value={draft.title}
        onChange={(title) => set({ title })}
        error={fieldProblem(error, 'title')}
        maxLength={60}
      />
      <TextField
        label={t('fieldPlace')}
        value={draft.place}
        onChange={(place) => set({ place })}
        error={fieldProblem(error, 'place')}
        maxLength={100}
      />
      <ItemChoice value={draft.itemRef} onChange={(ref) => set(withItem(draft, ref))} />
      <ShiftsFields draft={draft} set={set} />
      <DateTimeField
        label={t('fieldSignUpCloses')}
        hint={t('fieldSignUpClosesHint')}
        optional
        value={draft.signUpClosesAt}
        onChange={(signUpClosesAt) => set({ signUpClosesAt })}
        error={fieldProblem(error, 'signUpClosesAt')}
      />
      <TextArea
        label={t('fieldDescription')}
        hint={t('fieldDescriptionHint')}
        optional
        rows={4}
        value={draft.description}
        onChange={(description) => set({ description })}
        error={fieldProblem(error, 'description')}
        maxLength={2000}
      />
      <Notice>{t('proposeBefore')}</Notice>
      <ProblemNotice error={error} />
      <Button kind="primary" submit wide busy={busy} disabled={body === null}>
        {submitLabel}
      </Button>
      {body === null && <Lacking draft={draft} />}
    </Form>
  )
}

function ShiftsFields({
  draft,
  set,
}: {
  draft: ProposalDraft
  set: (part: Partial<ProposalDraft>) => void
}) {
  const t = useT(activitiesMessages)
  const { shifts, itemRef } = draft
  const item = useRuleSheet().data?.sheet.items.find(({ ref }) => ref === itemRef)
  const circumstances = item === undefined ? [] : declaredCircumstances(item)
  return (
    <>
      {shifts.map((shift, index) => (
        <ShiftFields
          // Shifts have no name of their own while they are written.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          no={shifts.length === 1 ? null : index + 1}
          shift={shift}
          circumstances={circumstances}
          onChange={(changed) =>
            set({ shifts: shifts.map((one, at) => (at === index ? changed : one)) })
          }
          onRemove={() => set({ shifts: shifts.filter((_, at) => at !== index) })}
        />
      ))}
      <div>
        <Button icon={PlusIcon} onClick={() => set({ shifts: [...shifts, nextShift(shifts)] })}>
          {t('addShift')}
        </Button>
      </div>
    </>
  )
}

/** Why the proposal cannot be sent yet: exactly what is missing, by the fields' own names. */
function Lacking({ draft }: { draft: ProposalDraft }) {
  const t = useT(activitiesMessages)
  const what = missingIn(draft).map((one) => t(`missing_${one}`))
  return (
    <p className="soft small">
      {what.length > 0
        ? t('proposeMissing', { what: what.join(t('missingComma')) })
        : t('proposeOrder')}
    </p>
  )
}
