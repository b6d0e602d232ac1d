import { awardsMessages, type AwardFate as Fate } from '@azalea/client'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sentence } from '../../ui/sentence.tsx'

const leads = {
  notice: { path: '/notices', words: 'seeNotice' },
  award: { path: '/awards', words: 'seeSuccessor' },
} as const

/** What the award waits for now, or what became of it. */
export function AwardFate({ fate: { isOver, words, until, leadsTo } }: { fate: Fate }) {
  const t = useT(awardsMessages)
  const lead = leadsTo === null ? null : { ...leads[leadsTo.kind], id: leadsTo.id }
  return (
    <Notice
      {...(isOver ? {} : { kind: 'waiting' })}
      {...(lead === null
        ? {}
        : { actions: <LinkButton to={`${lead.path}/${lead.id}`}>{t(lead.words)}</LinkButton> })}
    >
      {words}
      {until !== null && <Sentence text={t('fateUntil')} at={until} as="until" />}
    </Notice>
  )
}
