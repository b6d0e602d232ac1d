import { useAnswer } from '../../app/use-answer.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { dataBankMessages } from './messages.ts'

/** Who is entered in my household: their deeds all count for it. */
export function Members() {
  const t = useT(dataBankMessages)
  const personId = useSession().session?.person.personId
  const household = useAnswer('/api/me/household')
  return (
    <Section title={t('members')}>
      {household.isPending && <Skeleton count={3} />}
      {household.isError && (
        <ErrorState error={household.error} onRetry={() => void household.refetch()} />
      )}
      {household.isSuccess && (
        <List label={t('members')}>
          {household.data.people.map((person) => (
            <ListRow
              key={person.personId}
              title={person.name}
              {...(person.isHead ? { note: t('head') } : {})}
              {...(person.personId === personId
                ? { end: <span className="soft">{t('me')}</span> }
                : {})}
            />
          ))}
        </List>
      )}
      <p className="soft small">{t('membersHint')}</p>
    </Section>
  )
}
