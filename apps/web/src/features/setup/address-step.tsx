import { useT } from '../../ui/i18n.ts'
import { useSetup } from '../../app/setup.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Facts } from '../../ui/facts.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Founding } from './founding.ts'
import { setupMessages } from './messages.ts'

/** Where people reach the village: asked before anything is signed or printed that carries it. */
export function AddressStep({
  founding: { publicUrl, publicUrlLater },
  onChange,
}: {
  founding: Founding
  onChange: (part: Partial<Founding>) => void
}) {
  const t = useT(setupMessages)
  const set = useSetup().data?.publicUrl ?? null
  return (
    <div className="stack">
      <p className="soft">{t('addressLead')}</p>
      {set === null ? (
        <>
          {!publicUrlLater && (
            <TextField
              label={t('address')}
              hint={t('addressHint')}
              maxLength={200}
              value={publicUrl}
              onChange={(address) => onChange({ publicUrl: address })}
            />
          )}
          <Checkbox
            label={t('addressLater')}
            checked={publicUrlLater}
            onChange={(later) => onChange({ publicUrlLater: later })}
          />
        </>
      ) : (
        <Facts facts={[{ label: t('address'), value: <code>{set}</code> }]} />
      )}
    </div>
  )
}
