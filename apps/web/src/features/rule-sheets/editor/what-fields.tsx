import { roleMessages } from '@azalea/client'
import { wordsIn } from '@azalea/scoring'
import type { EvidenceKind, RuleItem, RuleSheet, VerifierRole } from '@azalea/scoring'
import { useT } from '../../../ui/i18n.ts'
import { useLanguage } from '../../../ui/settings.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import { withKind } from './edit-item.ts'
import { ownEnglish } from './edit-sheet.ts'
import { Choices, Part } from './editor-parts.tsx'
import { editorMessages } from './messages.ts'
import { sheetMessages } from './sheet-messages.ts'

interface Editing {
  item: RuleItem
  onChange: (item: RuleItem) => void
}

const kinds = ['merit', 'deduction'] as const
const roles: readonly VerifierRole[] = [
  'counterpart',
  'post_leader',
  'group_leader',
  'technician',
  'committee',
  'supervisor',
  'town_officer',
]
const evidence: readonly EvidenceKind[] = [
  'scan',
  'check_in',
  'photo',
  'signature',
  'certificate',
  'notice',
  'inspection',
  'witness',
  'decision',
  'rating',
]

/** The deed in words, where it stands, and whether it earns or costs. */
export function WhatFields({ item, sheet, onChange }: Editing & { sheet: RuleSheet }) {
  const t = useT(editorMessages)
  const language = useLanguage()
  return (
    <Part title={t('partWhat')}>
      <TextArea
        label={t('nameZh')}
        hint={t('nameHint')}
        rows={2}
        maxLength={300}
        value={item.name.zh}
        onChange={(zh) => onChange({ ...item, name: { ...item.name, zh } })}
      />
      <TextArea
        label={t('nameEn')}
        rows={2}
        maxLength={500}
        hint={t('englishHint')}
        value={ownEnglish(item.name)}
        onChange={(en) => onChange({ ...item, name: { ...item.name, en } })}
      />
      <SelectField
        label={t('category')}
        options={sheet.categories.map(({ ref, name }) => ({
          value: ref,
          label: wordsIn(name, language),
        }))}
        value={item.category}
        onChange={(category) => onChange({ ...item, category })}
      />
      <Segmented
        label={t('sign')}
        options={kinds.map((value) => ({ value, label: t(value) }))}
        value={item.kind}
        onChange={(kind) => onChange(withKind(item, kind))}
      />
      <div className="editor-fields">
        <TextField
          label={t('unitWords')}
          value={item.unit.zh}
          onChange={(zh) => onChange({ ...item, unit: { ...item.unit, zh } })}
        />
        <TextField
          label={t('unitWordsEn')}
          value={ownEnglish(item.unit)}
          onChange={(en) => onChange({ ...item, unit: { ...item.unit, en } })}
        />
      </div>
      {(sheet.policies.ownItems !== undefined || item.isOwn === true) && (
        <OwnField item={item} onChange={onChange} />
      )}
    </Part>
  )
}

/** Asked only where the sheet is common to several villages. */
function OwnField({ item, onChange }: Editing) {
  const t = useT(sheetMessages)
  const { isOwn: _, ...common } = item
  return (
    <Checkbox
      label={t('isOwn')}
      checked={item.isOwn === true}
      onChange={(on) => onChange(on ? { ...common, isOwn: true } : common)}
    />
  )
}

/** Who confirms that it was done, and by what. */
export function ProofFields({ item, onChange }: Editing) {
  const t = useT(editorMessages)
  const tRole = useT(roleMessages)
  const sayRole = (role: (typeof roles)[number]) =>
    role === 'counterpart' || role === 'post_leader' ? t(`role_${role}`) : tRole(`role_${role}`)
  return (
    <Part title={t('partProof')}>
      <TextField
        label={t('verifierZh')}
        value={item.verifier.zh}
        onChange={(zh) => onChange({ ...item, verifier: { ...item.verifier, zh } })}
      />
      <TextField
        label={t('verifierEn')}
        value={ownEnglish(item.verifier)}
        onChange={(en) => onChange({ ...item, verifier: { ...item.verifier, en } })}
      />
      <Choices
        title={t('roles')}
        all={roles}
        chosen={item.verifierRoles}
        say={sayRole}
        onChange={(verifierRoles) => onChange({ ...item, verifierRoles })}
      />
      <Choices
        title={t('evidence')}
        all={evidence}
        chosen={item.evidenceKinds}
        say={(kind) => t(`evidence_${kind}`)}
        onChange={(evidenceKinds) => onChange({ ...item, evidenceKinds })}
      />
    </Part>
  )
}
