import { wordsIn } from '@azalea/scoring'
import type { Category, RuleSheet } from '@azalea/scoring'
import { useT } from '../../../ui/i18n.ts'
import { useLanguage } from '../../../ui/settings.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { isUsed, ownEnglish } from './edit-sheet.ts'
import { Part } from './editor-parts.tsx'
import { sheetMessages } from './sheet-messages.ts'
import type { Edit } from './use-sheet-draft.ts'

/** The names of categories; one that nothing stands in can go. */
export function CategoryFields({
  sheet,
  change,
}: {
  sheet: RuleSheet
  change: (edit: Edit) => void
}) {
  const t = useT(sheetMessages)
  const { categories } = sheet
  const edit = (edited: (categories: Category[]) => Category[]) =>
    change((before) => ({ ...before, categories: edited(before.categories) }))
  return (
    <Part title={t('partCategories')} hint={t('categoriesHint')}>
      {categories.map((category) => (
        <CategoryLine
          key={category.ref}
          category={category}
          onChange={(changed) =>
            edit((all) => all.map((one) => (one.ref === changed.ref ? changed : one)))
          }
          onRemove={
            isUsed(sheet, category.ref)
              ? undefined
              : () => edit((all) => all.filter(({ ref }) => ref !== category.ref))
          }
        />
      ))}
    </Part>
  )
}

function CategoryLine({
  category,
  onChange,
  onRemove,
}: {
  category: Category
  onChange: (category: Category) => void
  onRemove: (() => void) | undefined
}) {
  const t = useT(sheetMessages)
  const language = useLanguage()
  const { name } = category
  return (
    <div className="editor-line">
      <div className="editor-fields editor-fields--pair">
        <TextField
          label={t('categoryZh')}
          value={name.zh}
          onChange={(zh) => onChange({ ...category, name: { ...name, zh } })}
        />
        <TextField
          label={t('categoryEn')}
          value={ownEnglish(name)}
          onChange={(en) => onChange({ ...category, name: { ...name, en } })}
        />
      </div>
      {onRemove !== undefined && (
        <div>
          <Button kind="quiet" onClick={onRemove}>
            {t('removeCategory', { name: wordsIn(name, language) })}
          </Button>
        </div>
      )}
    </div>
  )
}
