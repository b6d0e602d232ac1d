import { civilDay } from '@azalea/client'
import { type Category, type RuleItem, type RuleSheet, wordsIn } from '@azalea/scoring'
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { Suspense, useMemo, useState } from 'react'
import { useFormat } from '../../../ui/format.ts'
import { useT } from '../../../ui/i18n.ts'
import { serverNow } from '../../../app/server-clock.ts'
import { useLanguage } from '../../../ui/settings.ts'
import { Button } from '../../../ui/button.tsx'
import { lazyPage } from '../../../ui/lazy-page.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Section } from '../../../ui/page.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { newItem } from './edit-item.ts'
import { addCategory, freeRef, problemsOf, putItem } from './edit-sheet.ts'
import { editorMessages } from './messages.ts'
import type { Edit } from './use-sheet-draft.ts'

const LintBadge = lazyPage(() => import('./lint-check.tsx').then((m) => m.LintBadge))

interface Editing {
  id: string
  model: RuleSheet
  edited: RuleSheet
  change: (edit: Edit) => void
  changeAndGo: (edit: Edit, to: string) => void
}

/** Every item by category with what the checks say of it; each opens to its form. */
export function EditedItems(editing: Editing) {
  const { edited } = editing
  const faulty = useMemo(() => {
    const indices = problemsOf(edited).map(({ path }) => /^\/items\/(\d+)/.exec(path)?.[1])
    return new Set(indices.map((index) => edited.items[Number(index)]?.ref))
  }, [edited])
  // Goods have categories of their own in the same list.
  const categories = edited.categories.filter(
    ({ ref }) =>
      edited.items.some(({ category }) => category === ref) ||
      !edited.goods.some(({ category }) => category === ref),
  )
  return (
    <>
      {categories.map((category) => (
        <CategoryItems key={category.ref} {...editing} category={category} faulty={faulty} />
      ))}
      <NewCategory change={editing.change} />
    </>
  )
}

function CategoryItems({
  id,
  model,
  edited,
  changeAndGo,
  category,
  faulty,
}: Editing & { category: Category; faulty: ReadonlySet<string | undefined> }) {
  const t = useT(editorMessages)
  const language = useLanguage()
  const items = edited.items.filter((item) => item.category === category.ref)
  const add = () => {
    const ref = freeRef(model, edited, civilDay(serverNow()))
    changeAndGo(
      (sheet) => putItem(sheet, newItem(ref, category.ref)),
      `/workbench/rules/${id}/edit/${ref}`,
    )
  }
  return (
    <Section title={wordsIn(category.name, language)}>
      {items.length > 0 && (
        <List label={wordsIn(category.name, language)}>
          {items.map((item) => (
            <ItemLine key={item.ref} id={id} item={item} isFaulty={faulty.has(item.ref)} />
          ))}
        </List>
      )}
      <div>
        <Button
          kind="quiet"
          icon={PlusIcon}
          onClick={add}
          label={`${t('addItem')} · ${wordsIn(category.name, language)}`}
        >
          {t('addItem')}
        </Button>
      </div>
    </Section>
  )
}

function ItemLine({ id, item, isFaulty }: { id: string; item: RuleItem; isFaulty: boolean }) {
  const t = useT(editorMessages)
  const language = useLanguage()
  const format = useFormat()
  const { base, kind, ref, name } = item
  const sign = kind === 'merit' ? 1 : -1
  return (
    <ListRow
      title={wordsIn(name, language) || t('unnamed')}
      value={base.kind === 'bands' ? undefined : format.signedPoints(sign * base.pointsHundredths)}
      end={
        isFaulty ? (
          <StateBadge tone="waiting">{t('wrong')}</StateBadge>
        ) : (
          <Suspense fallback={null}>
            <LintBadge item={item} />
          </Suspense>
        )
      }
      to={`/workbench/rules/${id}/edit/${ref}`}
    />
  )
}

function NewCategory({ change }: Pick<Editing, 'change'>) {
  const t = useT(editorMessages)
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const add = () => {
    change((sheet) => addCategory(sheet, zh.trim(), en.trim()))
    setZh('')
    setEn('')
  }
  return (
    <div className="editor-line">
      <div className="editor-fields">
        <TextField label={t('newCategory')} unmarked maxLength={64} value={zh} onChange={setZh} />
        <TextField label={t('newCategoryEn')} unmarked value={en} onChange={setEn} />
      </div>
      <div>
        <Button disabled={zh.trim() === ''} onClick={add}>
          {t('addCategory')}
        </Button>
      </div>
    </div>
  )
}
