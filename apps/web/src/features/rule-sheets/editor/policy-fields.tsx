import type { SheetPolicies, WalletPolicy } from '@azalea/scoring'
import { useT } from '../../../ui/i18n.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { dayOfYear, partsOfDay } from './edit-policies.ts'
import { AmountField, NeededAmount, Part } from './editor-parts.tsx'
import { sheetMessages } from './sheet-messages.ts'

interface Editing {
  policies: SheetPolicies
  onChange: (policies: SheetPolicies) => void
}

const usualDay = '01-10'
const usualWallet: Record<WalletPolicy['kind'], WalletPolicy> = {
  keep: { kind: 'keep' },
  reset: { kind: 'reset', on: usualDay },
  carry_over: { kind: 'carry_over', on: usualDay, keepPermille: 500 },
}
const walletKinds = ['keep', 'reset', 'carry_over'] as const

/** What becomes of points to spend, and what each household begins with. */
export function WalletFields({ policies, onChange }: Editing) {
  const t = useT(sheetMessages)
  const { wallet } = policies
  const change = (changed: WalletPolicy) => onChange({ ...policies, wallet: changed })
  return (
    <Part title={t('partWallet')}>
      <SelectField
        label={t('wallet')}
        options={walletKinds.map((value) => ({ value, label: t(`wallet_${value}`) }))}
        value={wallet.kind}
        onChange={(kind) => change(usualWallet[kind])}
      />
      {wallet.kind !== 'keep' && (
        <div className="editor-fields">
          <DayFields on={wallet.on} onChange={(on) => change({ ...wallet, on })} />
          {wallet.kind === 'carry_over' && <CarryOverFields wallet={wallet} onChange={change} />}
        </div>
      )}
      <NeededAmount
        label={t('starting')}
        hint={t('startingHint')}
        unit={t('points')}
        per={100}
        value={policies.startingHundredths}
        onChange={(startingHundredths) => onChange({ ...policies, startingHundredths })}
      />
      <GiftFields policies={policies} onChange={onChange} />
    </Part>
  )
}

const usualGifts = { atMostHundredthsPerMonth: 5000 }

/** Whether households may give each other points. */
function GiftFields({ policies, onChange }: Editing) {
  const t = useT(sheetMessages)
  const { gifts, ...rest } = policies
  return (
    <>
      <Checkbox
        label={t('gifts')}
        checked={gifts !== undefined}
        onChange={(on) => onChange(on ? { ...rest, gifts: usualGifts } : rest)}
      />
      {gifts !== undefined && (
        <NeededAmount
          label={t('giftsMost')}
          hint={t('giftsHint')}
          unit={t('points')}
          per={100}
          value={gifts.atMostHundredthsPerMonth}
          onChange={(most) => onChange({ ...rest, gifts: { atMostHundredthsPerMonth: most } })}
        />
      )}
    </>
  )
}

function DayFields({ on, onChange }: { on: string; onChange: (on: string) => void }) {
  const t = useT(sheetMessages)
  const { month, day } = partsOfDay(on)
  return (
    <>
      <AmountField
        label={t('onMonth')}
        unit={t('month')}
        per={1}
        value={month}
        onChange={(changed) => onChange(dayOfYear(changed, day))}
      />
      <AmountField
        label={t('onDay')}
        unit={t('day')}
        per={1}
        value={day}
        onChange={(changed) => onChange(dayOfYear(month, changed))}
      />
    </>
  )
}

function CarryOverFields({
  wallet,
  onChange,
}: {
  wallet: Extract<WalletPolicy, { kind: 'carry_over' }>
  onChange: (wallet: WalletPolicy) => void
}) {
  const t = useT(sheetMessages)
  const { atMostHundredths, ...unlimited } = wallet
  return (
    <>
      <NeededAmount
        label={t('keepShare')}
        unit={t('percent')}
        per={10}
        value={wallet.keepPermille}
        onChange={(keepPermille) => onChange({ ...wallet, keepPermille })}
      />
      <AmountField
        label={t('keepAtMost')}
        unmarked
        unit={t('points')}
        per={100}
        value={atMostHundredths}
        onChange={(most) =>
          onChange(most === undefined ? unlimited : { ...unlimited, atMostHundredths: most })
        }
      />
    </>
  )
}

const highest = ['same_deed', 'same_group'] as const

/** Which of several items counts, and how soon people get an answer. */
export function FairnessFields({ policies, onChange }: Editing) {
  const t = useT(sheetMessages)
  return (
    <Part title={t('partFair')}>
      <SelectField
        label={t('onlyHighest')}
        options={highest.map((value) => ({ value, label: t(`onlyHighest_${value}`) }))}
        value={policies.onlyHighest}
        onChange={(onlyHighest) => onChange({ ...policies, onlyHighest })}
      />
      <NeededAmount
        label={t('objectionDays')}
        hint={t('objectionDaysHint')}
        unit={t('workingDays')}
        per={1}
        value={policies.objectionAnswerWorkingDays}
        onChange={(days) => onChange({ ...policies, objectionAnswerWorkingDays: days })}
      />
      <NeededAmount
        label={t('withdrawalDays')}
        unit={t('workingDays')}
        per={1}
        value={policies.withdrawalWorkingDays}
        onChange={(days) => onChange({ ...policies, withdrawalWorkingDays: days })}
      />
    </Part>
  )
}

const usualOwn = { atMostMerits: 5, atMostDeductions: 5, atMostHundredthsEach: 200 }

/** How many items a village may add to a sheet that is common to several. */
export function OwnItemsFields({ policies, onChange }: Editing) {
  const t = useT(sheetMessages)
  const { ownItems, ...rest } = policies
  return (
    <Part title={t('partOwn')}>
      <Checkbox
        label={t('ownItems')}
        checked={ownItems !== undefined}
        onChange={(on) => onChange(on ? { ...rest, ownItems: usualOwn } : rest)}
      />
      {ownItems !== undefined && (
        <div className="editor-fields">
          <NeededAmount
            label={t('ownMerits')}
            unit={t('ownCount')}
            per={1}
            value={ownItems.atMostMerits}
            onChange={(most) =>
              onChange({ ...rest, ownItems: { ...ownItems, atMostMerits: most } })
            }
          />
          <NeededAmount
            label={t('ownDeductions')}
            unit={t('ownCount')}
            per={1}
            value={ownItems.atMostDeductions}
            onChange={(most) =>
              onChange({ ...rest, ownItems: { ...ownItems, atMostDeductions: most } })
            }
          />
          <NeededAmount
            label={t('ownEach')}
            unit={t('points')}
            per={100}
            value={ownItems.atMostHundredthsEach}
            onChange={(most) =>
              onChange({ ...rest, ownItems: { ...ownItems, atMostHundredthsEach: most } })
            }
          />
        </div>
      )}
    </Part>
  )
}
