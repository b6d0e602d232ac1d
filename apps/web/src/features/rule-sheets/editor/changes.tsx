import type { RuleItem, RuleSheet } from '@azalea/scoring'
import { useT } from '../../../app/i18n.ts'
import { useLanguage } from '../../../app/settings.ts'
import { Button } from '../../../ui/button.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Section } from '../../../ui/page.tsx'
import { changesOf, putItem, removeItem } from './edit-sheet.ts'
import { editorMessages } from './messages.ts'
import type { Edit } from './use-sheet-draft.ts'

/** What differs from the version that is edited; each change can be taken back. */
export function Changes({
  model,
  edited,
  change,
}: {
  model: RuleSheet
  edited: RuleSheet
  change: (edit: Edit) => void
}) {
  const t = useT(editorMessages)
  const { added, changed, removed } = changesOf(model, edited)
  const before = new Map(model.items.map((item) => [item.ref, item]))
  const lines = [
    ...added.map((item) => ({ item, what: 'added' as const })),
    ...changed.map((item) => ({ item, what: 'changed' as const })),
    ...removed.map((item) => ({ item, what: 'removed' as const })),
  ]
  const restore = ({ ref }: RuleItem) =>
    change((sheet) => {
      const old = before.get(ref)
      return old === undefined ? removeItem(sheet, ref) : putItem(sheet, old)
    })
  return (
    <Section title={t('changes')}>
      {lines.length === 0 && <p className="soft">{t('changesNone')}</p>}
      {lines.length > 0 && (
        <List label={t('changes')}>
          {lines.map(({ item, what }) => (
            <ChangedItem key={item.ref} item={item} what={what} onRestore={() => restore(item)} />
          ))}
        </List>
      )}
    </Section>
  )
}

function ChangedItem({
  item,
  what,
  onRestore,
}: {
  item: RuleItem
  what: 'added' | 'changed' | 'removed'
  onRestore: () => void
}) {
  const t = useT(editorMessages)
  const language = useLanguage()
  const name = item.name[language] || t('unnamed')
  const back = t(what === 'added' ? 'takeOut' : 'restore')
  return (
    <ListRow
      title={name}
      note={t(what)}
      end={
        <Button kind="quiet" onClick={onRestore} label={`${back} ${name}`}>
          {back}
        </Button>
      }
    />
  )
}
