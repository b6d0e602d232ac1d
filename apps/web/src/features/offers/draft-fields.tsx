import { unitMessages } from '@azalea/client'
import { useAnswer } from '../../app/use-answer.ts'
import { useGroups } from '../../app/groups.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { deskMessages } from './desk-messages.ts'
import { touchesRight, type DraftOffer } from './draft-offer.ts'
import { offerKinds, offerUnits } from './offer.ts'
import { useOfferT } from './person-words.ts'

export interface FieldsProps {
  draft: DraftOffer
  change: (part: Partial<DraftOffer>) => void
  missing: (isMissing: boolean) => string | undefined
}

const words = [
  { name: 'titleZh', most: 60, isLong: false, isOptional: false },
  { name: 'titleEn', most: 120, isLong: false, isOptional: true },
  { name: 'wordsZh', most: 600, isLong: true, isOptional: false },
  { name: 'wordsEn', most: 1200, isLong: true, isOptional: true },
] as const

/** Its words; what touches a statutory right is said beside the field, with the article. */
export function WordFields({ draft, change, missing }: FieldsProps) {
  const t = useT(deskMessages)
  const language = useLanguage()
  return words.map(({ name, most, isLong, isOptional }) => {
    const value = draft[name]
    const Field = isLong ? TextArea : TextField
    const right = touchesRight(value, language)
    return (
      <Field
        key={name}
        label={t(name)}
        hint={name === 'wordsZh' ? t('wordsHint') : undefined}
        optional={isOptional}
        error={right ?? missing(!isOptional && value.trim() === '')}
        value={value}
        maxLength={most}
        onChange={(next) => change({ [name]: next })}
      />
    )
  })
}

export function WhatFields({ draft, change, missing }: FieldsProps) {
  const t = useT(deskMessages)
  const tell = useOfferT(draft.claimant)
  const unitName = useT(unitMessages)
  return (
    <>
      <SelectField
        label={tell('kind')}
        value={draft.kind}
        options={offerKinds.map((value) => ({ value, label: tell(`kind_${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <SelectField
        label={t('unit')}
        value={draft.unit}
        options={offerUnits.map((value) => ({ value, label: unitName(value) }))}
        onChange={(next) => change({ unit: next })}
      />
      <ClaimantFields draft={draft} change={change} />
      {(['supply', 'most'] as const).map((name) => (
        <NumberField
          key={name}
          label={tell(name === 'supply' ? 'amount' : 'most')}
          unit={unitName(draft.unit)}
          error={missing(draft[name] === null)}
          value={draft[name]}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
      <GroupFields draft={draft} change={change} />
    </>
  )
}

/** Who claims, and of persons how old. */
function ClaimantFields({ draft, change }: Pick<FieldsProps, 'draft' | 'change'>) {
  const t = useT(deskMessages)
  return (
    <>
      <SelectField
        label={t('claimant')}
        hint={t('claimantHint')}
        value={draft.claimant}
        options={(['household', 'person'] as const).map((value) => ({
          value,
          label: t(`claimant_${value}`),
        }))}
        onChange={(claimant) => change({ claimant })}
      />
      {draft.claimant === 'person' &&
        (['ageFrom', 'ageTo'] as const).map((name) => (
          <NumberField
            key={name}
            whole
            optional
            label={t(name)}
            hint={t('ageHint')}
            value={draft[name]}
            onChange={(age) => change({ [name]: age })}
          />
        ))}
    </>
  )
}

function GroupFields({ draft: { groupNos }, change }: Pick<FieldsProps, 'draft' | 'change'>) {
  const t = useT(deskMessages)
  const groups = useGroups()
  return (
    <fieldset className="stack">
      <legend className="field__label">{t('groupsField')}</legend>
      {groups.map(({ groupNo, name }) => (
        <Checkbox
          key={groupNo}
          label={name}
          checked={groupNos.includes(groupNo)}
          onChange={(isChosen) =>
            change({
              groupNos: isChosen
                ? [...groupNos, groupNo].toSorted((a, b) => a - b)
                : groupNos.filter((one) => one !== groupNo),
            })
          }
        />
      ))}
      <p className="soft small">{t('groupsFieldHint')}</p>
    </fieldset>
  )
}

export function RuleFields({ draft, change, missing }: FieldsProps) {
  const t = useT(deskMessages)
  const rules = useAnswer('/api/order-rules')
  const adopted = (rules.data?.items ?? []).filter(({ state }) => state === 'adopted')
  const chosen = adopted.find(({ orderRuleId }) => orderRuleId === draft.orderRuleId)
  return (
    <>
      {rules.isSuccess && adopted.length === 0 && <Notice>{t('orderRuleNone')}</Notice>}
      <SelectField
        label={t('orderRule')}
        hint={chosen?.sentences.join('')}
        error={missing(chosen === undefined)}
        value={chosen === undefined ? '' : draft.orderRuleId}
        placeholder={t('orderRuleChoose')}
        options={adopted.map(({ orderRuleId, name }) => ({ value: orderRuleId, label: name }))}
        onChange={(orderRuleId) => change({ orderRuleId })}
      />
      <DateField
        label={t('honourSinceField')}
        hint={t('honourSinceHint')}
        optional
        value={draft.honourSince}
        onChange={(honourSince) => change({ honourSince })}
      />
    </>
  )
}
