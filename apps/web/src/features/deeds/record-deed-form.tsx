import { civilDay, unitMessages } from '@azalea/client'
import { isRecordable, describeItem, type RuleItem, type RuleSheet, wordsIn } from '@azalea/scoring'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { uploadOf } from '../../app/upload-of.ts'
import { useT } from '../../ui/i18n.ts'
import { serverNow } from '../../app/server-clock.ts'
import { useLanguage } from '../../ui/settings.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { PhotoField } from '../../ui/photo-field.tsx'
import { PersonChoice, type ChosenPerson } from '../../app/person-choice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toQuantity, unitOf } from './deed-item.ts'
import { deedsMessages } from './messages.ts'
import './deeds.css'

interface Draft {
  person: ChosenPerson | null
  itemRef: string
  amount: number | null
  occurredOn: string | null
  words: string
}

const empty: Draft = { person: null, itemRef: '', amount: null, occurredOn: null, words: '' }

export function RecordDeedForm({
  sheet,
  onRecorded,
}: {
  sheet: RuleSheet
  onRecorded: () => void
}) {
  const t = useT(deedsMessages)
  const today = civilDay(serverNow())
  const [draft, setDraft, clear] = useDraft<Draft>('deed', { ...empty, occurredOn: today })
  const [photo, setPhoto] = useState<File | null>(null)
  const [isAsked, setAsked] = useState(false)
  const item = sheet.items.filter(isRecordable).find(({ ref }) => ref === draft.itemRef)
  const { send, error, busy } = useRecord(() => {
    clear()
    onRecorded()
  })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const { person, amount, occurredOn } = draft
  const missing = (isMissing: boolean, sentence: string) =>
    isAsked && isMissing ? sentence : undefined

  const submit = () => {
    setAsked(true)
    const quantity = item === undefined || amount === null ? 0 : toQuantity(item, amount)
    if (person === null || item === undefined || quantity < 1) return
    const words = draft.words.trim()
    if (occurredOn === null || words === '') return
    send({ personId: person.id, itemRef: item.ref, quantity, occurredOn, words }, photo)
  }

  return (
    <Form onSubmit={submit}>
      <PersonField
        error={missing(person === null, t('personMissing'))}
        value={person}
        onChange={(chosen) => change({ person: chosen })}
      />
      <ItemField
        sheet={sheet}
        item={item}
        amount={amount}
        itemError={missing(item === undefined, t('itemMissing'))}
        amountError={missing(amount === null || amount <= 0, t('amountMissing'))}
        onChange={change}
      />
      <DateField
        label={t('day')}
        max={today}
        error={missing(occurredOn === null, t('dayMissing'))}
        value={occurredOn}
        onChange={(next) => change({ occurredOn: next })}
      />
      <EvidenceFields
        words={draft.words}
        wordsError={missing(draft.words.trim() === '', t('wordsMissing'))}
        photo={photo}
        onWords={(next) => change({ words: next })}
        onPhoto={setPhoto}
      />
      <ProblemNotice error={error} />
      <Button kind="primary" submit wide busy={busy}>
        {t('send')}
      </Button>
    </Form>
  )
}

function EvidenceFields({
  words,
  wordsError,
  photo,
  onWords,
  onPhoto,
}: {
  words: string
  wordsError: string | undefined
  photo: File | null
  onWords: (words: string) => void
  onPhoto: (photo: File | null) => void
}) {
  const t = useT(deedsMessages)
  return (
    <>
      <TextArea
        label={t('words')}
        hint={t('wordsHint')}
        error={wordsError}
        value={words}
        maxLength={500}
        onChange={onWords}
      />
      <PhotoField
        label={t('photoField')}
        hint={t('photoHint')}
        optional
        value={photo}
        onChange={onPhoto}
      />
    </>
  )
}

function PersonField({
  error,
  value,
  onChange,
}: {
  error: string | undefined
  value: ChosenPerson | null
  onChange: (person: ChosenPerson | null) => void
}) {
  const t = useT(deedsMessages)
  return (
    <PersonChoice label={t('person')} error={error} forPoints value={value} onChange={onChange} />
  )
}

function ItemField({
  sheet,
  item,
  amount,
  itemError,
  amountError,
  onChange,
}: {
  sheet: RuleSheet
  item: RuleItem | undefined
  amount: number | null
  itemError: string | undefined
  amountError: string | undefined
  onChange: (part: { itemRef?: string; amount: number | null }) => void
}) {
  const t = useT(deedsMessages)
  const unitName = useT(unitMessages)
  const language = useLanguage()
  return (
    <>
      <div className="stack stack--tight">
        <SelectField
          label={t('item')}
          placeholder={t('itemChoose')}
          error={itemError}
          value={item?.ref ?? ''}
          options={sheet.items
            .filter(isRecordable)
            .map(({ ref, name }) => ({ value: ref, label: wordsIn(name, language) }))}
          onChange={(itemRef) => onChange({ itemRef, amount: 1 })}
        />
        {item !== undefined && (
          <output className="item-sentences">
            {describeItem(item, language).map((sentence) => (
              <span key={sentence}>{sentence}</span>
            ))}
          </output>
        )}
      </div>
      {item !== undefined && (
        <NumberField
          label={t('amount')}
          unit={unitName(unitOf(item))}
          error={amountError}
          value={amount}
          onChange={(next) => onChange({ amount: next })}
        />
      )}
    </>
  )
}

interface DeedBody {
  personId: string
  itemRef: string
  quantity: number
  occurredOn: string
  words: string
}

/** Sends the photo first, if there is one; each has its own key, so a retry doubles neither. */
function useRecord(onDone: () => void) {
  const record = useCommand(
    (body: DeedBody & { photoFileId?: string }, idempotencyKey) =>
      post('/api/deeds', {}, body, { idempotencyKey }),
    onDone,
  )
  const upload = useCommand(
    // Beside the file itself, which looks the same as any other to the comparison of intents.
    ({ photo }: { photo: File; sign: string; body: DeedBody }, idempotencyKey) =>
      post('/api/photos', {}, uploadOf(photo), { idempotencyKey }),
    ({ fileId }, { body }) => record.mutate({ ...body, photoFileId: fileId }),
  )
  return {
    send: (body: DeedBody, photo: File | null) => {
      if (photo === null) return record.mutate(body)
      const sign = `${photo.name} ${photo.size} ${photo.lastModified}`
      upload.mutate({ photo, sign, body })
    },
    error: upload.error ?? record.error,
    busy: upload.isPending || record.isPending,
  }
}
