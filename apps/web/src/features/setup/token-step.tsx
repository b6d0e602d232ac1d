import { useT } from '../../ui/i18n.ts'
import { TextField } from '../../ui/text-field.tsx'
import { setupMessages } from './messages.ts'

/** Proves that whoever sets up the village can see the server's console. */
export function TokenStep({
  token,
  onChange,
}: {
  token: string
  onChange: (token: string) => void
}) {
  const t = useT(setupMessages)
  return (
    <div className="stack">
      <p className="soft">{t('tokenLead')}</p>
      <TextField label={t('token')} value={token} onChange={onChange} maxLength={200} />
    </div>
  )
}
