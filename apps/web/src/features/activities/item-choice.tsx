import { isEarnableByShift, describeItem, type RuleItem, wordsIn } from '@azalea/scoring'
import { useAnswer } from '../../app/use-answer.ts'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { activitiesMessages } from './messages.ts'

/** The items of the rule sheet in force. */
export function useRuleSheet() {
  return useAnswer(
    '/api/rule-sheet',
    {},
    {
      staleTime: 10 * 60_000,
    },
  )
}

/** Which item of the rule sheet being there earns, with what that means in points. */
export function ItemChoice({
  value,
  onChange,
}: {
  value: string
  onChange: (itemRef: string) => void
}) {
  const t = useT(activitiesMessages)
  const language = useLanguage()
  const sheet = useRuleSheet()
  if (sheet.isPending) return <Skeleton count={1} />
  if (sheet.isError) {
    return <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />
  }
  const items = sheet.data.sheet.items.filter(isEarnableByShift)
  const chosen = items.find(({ ref }) => ref === value)
  return (
    <div className="stack stack--tight">
      <SelectField
        label={t('fieldItem')}
        hint={t('fieldItemHint')}
        placeholder={t('fieldItemChoose')}
        value={chosen === undefined ? '' : value}
        options={items.map(({ ref, name }) => ({ value: ref, label: wordsIn(name, language) }))}
        onChange={onChange}
      />
      {chosen !== undefined && <ItemWords item={chosen} />}
    </div>
  )
}

function ItemWords({ item }: { item: RuleItem }) {
  const language = useLanguage()
  return (
    <output className="item-words">
      {describeItem(item, language).map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
    </output>
  )
}
