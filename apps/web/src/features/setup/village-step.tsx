import { useAnswer } from '../../app/use-answer.ts'
import { useT } from '../../ui/i18n.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { isVillageId, type Founding } from './founding.ts'
import { setupMessages } from './messages.ts'

interface Change {
  founding: Founding
  onChange: (part: Partial<Founding>) => void
}

/** The village by its division code: chosen from the towns known here, or typed. */
export function VillageStep({
  founding,
  isAsked,
  onChange,
}: Change & {
  /** The step was to be left once. */
  isAsked: boolean
}) {
  const t = useT(setupMessages)
  const { unlisted } = founding
  return (
    <div className="stack">
      <p className="soft">{t('villageLead')}</p>
      {unlisted ? (
        <UnlistedVillage founding={founding} isAsked={isAsked} onChange={onChange} />
      ) : (
        <ListedVillage founding={founding} onChange={onChange} />
      )}
      <Checkbox
        label={t('unlisted')}
        checked={unlisted}
        onChange={(checked) =>
          onChange({
            unlisted: checked,
            villageId: '',
            villageName: '',
            townName: '',
            townCode: '',
          })
        }
      />
    </div>
  )
}

function ListedVillage({ founding: { townCode, villageId }, onChange }: Change) {
  const t = useT(setupMessages)
  const divisions = useAnswer(
    '/api/setup/divisions',
    { town: townCode || null },
    {
      placeholderData: (before) => before,
    },
  )
  if (divisions.isPending) return <Skeleton count={2} />
  if (divisions.isError) {
    return <ErrorState error={divisions.error} onRetry={() => void divisions.refetch()} />
  }
  const { towns, villages } = divisions.data
  return (
    <>
      <SelectField
        label={t('town')}
        placeholder={t('chooseTown')}
        value={townCode}
        options={towns.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(code) =>
          onChange({
            townCode: code,
            townName: towns.find((town) => town.code === code)?.name ?? '',
            villageId: '',
            villageName: '',
          })
        }
      />
      {townCode !== '' && !divisions.isPlaceholderData && (
        <SelectField
          label={t('village')}
          placeholder={t('chooseVillage')}
          value={villageId}
          options={villages.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
          onChange={(code) =>
            onChange({
              villageId: code,
              villageName: villages.find((village) => village.code === code)?.name ?? '',
            })
          }
        />
      )}
    </>
  )
}

function UnlistedVillage({
  founding: { villageId, villageName, townName },
  isAsked,
  onChange,
}: Change & { isAsked: boolean }) {
  const t = useT(setupMessages)
  const wrong = isAsked && !isVillageId(villageId)
  return (
    <>
      <CodeField
        kind="digits"
        label={t('villageCode')}
        hint={t('villageCodeHint')}
        error={wrong ? t('villageCodeWrong', { digits: villageId.length }) : undefined}
        maxLength={12}
        value={villageId}
        onChange={(code) => onChange({ villageId: code })}
      />
      <TextField
        label={t('townName')}
        maxLength={60}
        value={townName}
        onChange={(name) => onChange({ townName: name })}
      />
      <TextField
        label={t('villageName')}
        maxLength={60}
        value={villageName}
        onChange={(name) => onChange({ villageName: name })}
      />
    </>
  )
}
