import { ScalesIcon } from '@phosphor-icons/react/dist/csr/Scales'
import { hasRole, useSession } from '../../app/session.tsx'
import { usePages } from '../../app/use-pages.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { roundDeskMessages } from './desk-messages.ts'
import { RoundLine } from './rounds-page.tsx'

/** The company's rounds, its scales and what is doubted. */
export function RoundsDeskPage() {
  const t = useT(roundDeskMessages)
  const { session } = useSession()
  const rounds = usePages('/api/rounds')
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench">
      <ButtonRow>
        {hasRole(session, ['committee']) && (
          <LinkButton kind="primary" to="/workbench/rounds/new">
            {t('open')}
          </LinkButton>
        )}
        {hasRole(session, ['committee', 'technician']) && (
          <LinkButton to="/workbench/rounds/scales">{t('scales')}</LinkButton>
        )}
        {hasRole(session, ['committee', 'supervisor', 'town_officer']) && (
          <LinkButton to="/workbench/rounds/disputes">{t('disputes')}</LinkButton>
        )}
      </ButtonRow>
      <Paged pages={rounds} empty={<EmptyState icon={ScalesIcon} title={t('noRounds')} />}>
        {(items) => (
          <List label={t('rounds')}>
            {items.map((round) => (
              <RoundLine
                key={round.roundId}
                round={{ ...round, ownSlot: null }}
                to={`/workbench/rounds/${round.roundId}`}
              />
            ))}
          </List>
        )}
      </Paged>
    </Page>
  )
}
