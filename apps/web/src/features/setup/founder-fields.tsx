import { useState } from 'react'
import { useT } from '../../ui/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { isPhone, type Founder } from './founding.ts'
import { setupMessages } from './messages.ts'

/** A person by name and mobile number. */
export function FounderFields({
  title,
  lead,
  founder,
  onChange,
}: {
  /** Left out where the page's own heading says whom. */
  title?: string
  lead?: string
  founder: Founder
  onChange: (founder: Founder) => void
}) {
  const t = useT(setupMessages)
  const [left, setLeft] = useState(false)
  const { name, phone } = founder
  const wrongPhone = left && phone.trim() !== '' && !isPhone(phone)
  const fields = (
    <>
      {lead !== undefined && <p className="soft">{lead}</p>}
      <div className="columns" onBlur={() => setLeft(true)}>
        <TextField
          label={t('name')}
          value={name}
          maxLength={60}
          onChange={(value) => onChange({ ...founder, name: value })}
        />
        <TextField
          kind="tel"
          label={t('phone')}
          error={wrongPhone ? t('phoneWrong') : undefined}
          value={phone}
          maxLength={20}
          onChange={(value) => onChange({ ...founder, phone: value })}
        />
      </div>
    </>
  )
  if (title === undefined) return <div className="stack">{fields}</div>
  return <Section title={title}>{fields}</Section>
}
