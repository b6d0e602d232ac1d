import {
  changesInWords,
  withEnglish,
  type Language,
  type RuleSheet,
  wordsIn,
} from '@azalea/scoring'
import { useT } from '../../../ui/i18n.ts'
import { useLanguage } from '../../../ui/settings.ts'
import { Button } from '../../../ui/button.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Section } from '../../../ui/page.tsx'
import {
  changesOf,
  putGood,
  putItem,
  removeGood,
  removeItem,
  type ListChanges,
} from './edit-sheet.ts'
import { editorMessages } from './messages.ts'
import { sheetMessages } from './sheet-messages.ts'
import type { Edit } from './use-sheet-draft.ts'

interface Line {
  readonly key: string
  readonly name: string
  readonly what: 'added' | 'changed' | 'removed'
  /** A changed one: which field was what, and is what. */
  readonly details: readonly string[]
  readonly restored: Edit
}

/** What differs from the version that is edited; where it is edited, each change can be taken back. */
export function Changes({
  model,
  edited,
  change,
  title,
}: {
  model: RuleSheet
  edited: RuleSheet
  change?: (edit: Edit) => void
  title?: string
}) {
  const t = useT(editorMessages)
  const s = useT(sheetMessages)
  const language = useLanguage()
  const { items, goods, parts } = changesOf(model, edited)
  const nameOf = ({ name }: { name: RuleSheet['title'] }) => wordsIn(name, language) || t('unnamed')
  const lines: Line[] = [
    ...linesOf(items, nameOf, removeItem, putItem, language),
    ...linesOf(goods, nameOf, removeGood, putGood, language),
    ...parts.map((part) => ({
      key: part,
      name: s(`part_${part}`),
      what: 'changed' as const,
      details: changesInWords(model[part], withEnglish(edited[part]), language),
      restored: (sheet: RuleSheet) => ({ ...sheet, [part]: model[part] }),
    })),
  ]
  return (
    <Section title={title ?? t('changes')}>
      {lines.length === 0 && <p className="soft">{t('changesNone')}</p>}
      {lines.length > 0 && (
        <List label={title ?? t('changes')}>
          {lines.map((line) => (
            <ChangedLine
              key={line.key}
              line={line}
              {...(change === undefined ? {} : { onRestore: () => change(line.restored) })}
            />
          ))}
        </List>
      )}
    </Section>
  )
}

function linesOf<Entry extends { ref: string }>(
  { added, changed, removed }: ListChanges<Entry>,
  nameOf: (entry: Entry) => string,
  remove: (sheet: RuleSheet, ref: string) => RuleSheet,
  put: (sheet: RuleSheet, entry: Entry) => RuleSheet,
  language: Language,
): Line[] {
  const line = (
    entry: Entry,
    what: Line['what'],
    restored: Edit,
    details: readonly string[] = [],
  ): Line => ({
    key: entry.ref,
    name: nameOf(entry),
    what,
    details,
    restored,
  })
  return [
    ...added.map((entry) => line(entry, 'added', (sheet) => remove(sheet, entry.ref))),
    ...changed.map(({ now, before }) =>
      line(
        now,
        'changed',
        (sheet) => put(sheet, before),
        changesInWords(before, withEnglish(now), language),
      ),
    ),
    ...removed.map((entry) => line(entry, 'removed', (sheet) => put(sheet, entry))),
  ]
}

function ChangedLine({
  line: { name, what, details },
  onRestore,
}: {
  line: Line
  onRestore?: () => void
}) {
  const t = useT(editorMessages)
  const back = t(what === 'added' ? 'takeOut' : 'restore')
  return (
    <ListRow
      title={name}
      note={
        details.length === 0
          ? t(what)
          : details.map((detail) => (
              <span key={detail} className="editor-change">
                {detail}
              </span>
            ))
      }
      {...(onRestore === undefined
        ? {}
        : {
            end: (
              <Button kind="quiet" onClick={onRestore} label={`${back} ${name}`}>
                {back}
              </Button>
            ),
          })}
    />
  )
}
