import { homeMessages, type HomeView } from '@azalea/client'
import { newsAddress } from '../../app/home-kinds.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'

/** Activities that were approved and notices that were published, newest first. */
export function NewsSection({ news, villageId }: { news: HomeView['news']; villageId: string }) {
  const t = useT(homeMessages)
  return (
    <Section title={t('news')}>
      {news.length === 0 ? (
        <p className="soft">{t('newsNone')}</p>
      ) : (
        <List label={t('news')}>
          {news.map((row) => (
            <ListRow
              key={row.id}
              title={row.title}
              note={
                <>
                  {row.note !== null && <span>{row.note}</span>}
                  <When at={row.at} />
                </>
              }
              to={newsAddress(row, villageId)}
            />
          ))}
        </List>
      )}
    </Section>
  )
}
