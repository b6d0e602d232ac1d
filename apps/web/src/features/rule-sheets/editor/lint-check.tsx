import { lintRuleItem, type RuleItem } from '@azalea/scoring'
import { useMemo } from 'react'
import { useT } from '../../../ui/i18n.ts'
import { Notice } from '../../../ui/notice.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { LintReasons } from '../lint-reasons.tsx'
import { editorMessages } from './messages.ts'

// Loaded after the page: the lint is larger than the rest of it, and nobody waits for its word.

/** What words and law have against an item. */
export function LintCheck({ item }: { item: RuleItem }) {
  const t = useT(editorMessages)
  const { verdict, reasons } = lintRuleItem(item)
  if (verdict === 'accept') return <Notice kind="done">{t('lintFine')}</Notice>
  return (
    <Notice kind={verdict === 'refuse' ? 'wrong' : 'waiting'}>
      <strong>{t(verdict === 'refuse' ? 'refused' : 'warned')}</strong>
      <LintReasons reasons={reasons} />
    </Notice>
  )
}

/** The same in a word; nothing where nothing is against it. */
export function LintBadge({ item }: { item: RuleItem }) {
  const t = useT(editorMessages)
  const verdict = useMemo(() => lintRuleItem(item).verdict, [item])
  if (verdict === 'accept') return null
  return (
    <StateBadge tone={verdict === 'refuse' ? 'wrong' : 'waiting'}>
      {t(verdict === 'refuse' ? 'refused' : 'warned')}
    </StateBadge>
  )
}
