import { homeMessages, viewOfHome, type HomeView } from '@azalea/client'
import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone'
import { PlusCircleIcon } from '@phosphor-icons/react/dist/csr/PlusCircle'
import { StarIcon } from '@phosphor-icons/react/dist/csr/Star'
import { useAnswer } from '../../app/use-answer.ts'
import { useDoor } from '../../app/door.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { InstallHint } from '../../app/install-hint.tsx'
import { hasRole, type SignedIn } from '../../app/session.tsx'
import { ActionTile, ActionTiles } from '../../ui/action-tiles.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { RankChange, Stat, Stats } from '../../ui/stat.tsx'
import { NewsSection } from './news-section.tsx'
import { WaitingSection } from './waiting-section.tsx'

/** My household's honour and rank, what waits for me, the three promises, the village's news. */
export function MemberHome({ session }: { session: SignedIn }) {
  const t = useT(homeMessages)
  const home = useAnswer('/api/me/home')
  const format = useFormat()
  const view = home.data && viewOfHome(home.data, { t, format })
  return (
    <Page title={t('greeting', { name: session.person.name })} lead={<Household of={session} />}>
      {home.isPending && (
        <div className="stack">
          <Skeleton of="number" count={1} />
          <Skeleton of="text" count={1} />
        </div>
      )}
      {home.isError && <ErrorState error={home.error} onRetry={() => void home.refetch()} />}
      {view !== undefined && <Standing of={view} />}
      <ActionTiles>
        <ActionTile icon={StarIcon} label={t('rate')} to="/rate" />
        <ActionTile icon={PlusCircleIcon} label={t('initiate')} to="/activities/new" />
        <ActionTile icon={MegaphoneIcon} label={t('report')} to="/report" />
      </ActionTiles>
      {home.isPending && <Skeleton count={4} />}
      {view !== undefined && (
        <>
          <WaitingSection of={view} />
          <List label={t('offers')}>
            {hasRole(session, ['merchant']) && <ListRow title={t('till')} to="/till" />}
            <ListRow title={t('offers')} note={t('offersNote')} to="/offers" />
            <ListRow title={t('plots')} note={t('plotsNote')} to="/plots" />
            <ListRow title={t('rounds')} note={t('roundsNote')} to="/rounds" />
          </List>
          <NewsSection news={view.news} villageId={session.village.villageId} />
        </>
      )}
      <InstallHint />
    </Page>
  )
}

function Household({ of: { household, village } }: { of: SignedIn }) {
  const t = useT(homeMessages)
  const doorOf = useDoor()
  return t('household', { village: village.name, door: doorOf(household) })
}

function Standing({ of: { honour, rank } }: { of: HomeView }) {
  const t = useT(homeMessages)
  return (
    <Stats>
      <Stat label={t('honour')} value={honour} unit={t('points')} to="/me" />
      {rank === null ? (
        <Stat label={t('rank')} value="—" note={<Small>{t('noRankHint')}</Small>} to="/board" />
      ) : (
        <Stat
          label={t('rank')}
          value={rank.place}
          note={
            <>
              <Small>{rank.of}</Small>
              {rank.change !== null && <RankChange places={rank.change} />}
            </>
          }
          to="/board"
        />
      )}
    </Stats>
  )
}

function Small({ children }: { children: string }) {
  return <span className="soft small">{children}</span>
}
