import { wordsIn } from '@azalea/scoring'
import { civilDay } from '@azalea/client'
import type { RuleSheet } from '@azalea/scoring'
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { useFormat } from '../../../ui/format.ts'
import { useT } from '../../../ui/i18n.ts'
import { serverNow } from '../../../app/server-clock.ts'
import { useLanguage } from '../../../ui/settings.ts'
import { Button } from '../../../ui/button.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Section } from '../../../ui/page.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { freeRef, newGood, problemsOfGood, putGood } from './edit-sheet.ts'
import { editorMessages } from './messages.ts'
import { sheetMessages } from './sheet-messages.ts'
import type { Edit } from './use-sheet-draft.ts'

/** What points buy; each opens to its form. */
export function EditedGoods({
  id,
  model,
  edited,
  changeAndGo,
}: {
  id: string
  model: RuleSheet
  edited: RuleSheet
  changeAndGo: (edit: Edit, to: string) => void
}) {
  const t = useT(sheetMessages)
  const { goods, categories } = edited
  const add = () => {
    const ref = freeRef(model, edited, civilDay(serverNow()), 'good')
    const category = goods.at(-1)?.category ?? categories.at(-1)?.ref ?? ''
    changeAndGo(
      (sheet) => putGood(sheet, newGood(ref, category)),
      `/workbench/rules/${id}/goods/${ref}`,
    )
  }
  return (
    <Section title={t('goods')}>
      {goods.length === 0 && <p className="soft">{t('goodsNone')}</p>}
      {goods.length > 0 && (
        <List label={t('goods')}>
          {goods.map((good) => (
            <GoodLine key={good.ref} id={id} sheet={edited} good={good} />
          ))}
        </List>
      )}
      <div>
        <Button kind="quiet" icon={PlusIcon} onClick={add}>
          {t('addGood')}
        </Button>
      </div>
    </Section>
  )
}

function GoodLine({
  id,
  sheet,
  good: { ref, name, category, costHundredths },
}: {
  id: string
  sheet: RuleSheet
  good: RuleSheet['goods'][number]
}) {
  const t = useT(editorMessages)
  const language = useLanguage()
  const format = useFormat()
  const categoryName = wordsIn(sheet.categories.find((one) => one.ref === category)?.name, language)
  return (
    <ListRow
      title={wordsIn(name, language) || t('unnamed')}
      note={categoryName ?? category}
      value={costHundredths > 0 ? format.points(costHundredths) : undefined}
      end={
        problemsOfGood(sheet, ref).length > 0 ? (
          <StateBadge tone="waiting">{t('wrong')}</StateBadge>
        ) : undefined
      }
      to={`/workbench/rules/${id}/goods/${ref}`}
    />
  )
}
