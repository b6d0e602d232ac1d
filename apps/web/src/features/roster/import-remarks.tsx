import { defineMessages } from '@azalea/client'
import { useLanguage } from '../../ui/settings.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import type { ImportPreview } from './household.ts'

const messages = defineMessages('rosterRemarks', {
  zh: {
    title: '请留意',
    hint: '这些不算错，照样可以导入；看看有没有漏掉的。',
  },
  en: {
    title: 'Please note',
    hint: 'Nothing here is wrong, and the import can go on; see whether something is missing.',
  },
})

/** What was left out of a file, or read though it was hidden. */
export function ImportRemarks({ remarks }: Pick<ImportPreview, 'remarks'>) {
  const t = useT(messages)
  const language = useLanguage()
  if (remarks.length === 0) return null
  return (
    <Section title={t('title')}>
      <p>{t('hint')}</p>
      <List>
        {remarks.map(({ code, cell, messageZh, messageEn }) => (
          <ListRow
            key={`${code} ${cell ?? messageEn}`}
            title={language === 'zh' ? messageZh : messageEn}
            note={cell}
          />
        ))}
      </List>
    </Section>
  )
}
