import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { useT } from '../../ui/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { FounderFields } from './founder-fields.tsx'
import { nobody, type Founding } from './founding.ts'
import { setupMessages } from './messages.ts'

const mostMembers = 20

export function CommitteeStep({
  founding: { committee },
  onChange,
}: {
  founding: Founding
  onChange: (part: Partial<Founding>) => void
}) {
  const t = useT(setupMessages)
  return (
    <>
      <p className="soft">{t('committeeLead')}</p>
      {committee.map((member, index) => (
        <FounderFields
          // Rows have no names of their own; they are only added at the end.
          key={index}
          title={t('member', { no: index + 1 })}
          founder={member}
          onChange={(changed) =>
            onChange({ committee: committee.map((row, no) => (no === index ? changed : row)) })
          }
        />
      ))}
      {committee.length < mostMembers && (
        <div>
          <Button icon={PlusIcon} onClick={() => onChange({ committee: [...committee, nobody] })}>
            {t('addMember')}
          </Button>
        </div>
      )}
    </>
  )
}
