import { useAnswer } from '../../app/use-answer.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { rosterSignInMessages } from './sign-in-messages.ts'

/** What of a person's sign-in somebody would change, and that it has not changed yet. */
export function WaitingSignIn({ personId }: { personId: string }) {
  const t = useT(rosterSignInMessages)
  const changes = useAnswer('/api/sign-in-changes')
  const waiting = changes.data?.items.filter((change) => change.personId === personId) ?? []
  return waiting.map(({ changeId, phone, identity, waitsUntil }) => (
    <Notice
      key={changeId}
      kind="waiting"
      actions={<LinkButton to="/workbench/sign-in-changes">{t('seeWaiting')}</LinkButton>}
    >
      <Sentence
        text={t(phone ? (identity ? 'waitsBoth' : 'waitsPhone') : 'waitsIdentity')}
        at={waitsUntil}
        as="until"
      />
    </Notice>
  ))
}
