import { ScalesIcon } from '@phosphor-icons/react/dist/csr/Scales'
import { usePages } from '../../app/use-pages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { roundMessages } from './messages.ts'
import type { RoundRow } from './rounds.ts'
import { useAmount } from './use-amount.ts'

/** What the company buys. */
export function RoundsPage() {
  const t = useT(roundMessages)
  const rounds = usePages('/api/rounds')
  return (
    <Page title={t('title')} lead={t('lead')} back="/">
      <Paged
        pages={rounds}
        empty={<EmptyState icon={ScalesIcon} title={t('none')} hint={t('noneHint')} />}
      >
        {(items) => (
          <List label={t('title')}>
            {items.map((round) => (
              <RoundLine key={round.roundId} round={round} to={`/rounds/${round.roundId}`} />
            ))}
          </List>
        )}
      </Paged>
    </Page>
  )
}

export function RoundLine({ round, to }: { round: RoundRow; to: string }) {
  const t = useT(roundMessages)
  const format = useFormat()
  const amount = useAmount(round.priceUnit)
  const { title, state, ownSlot, beginsAt, endsAt, collectionPoint } = round
  const slot =
    ownSlot === null
      ? null
      : t('slot', {
          when: format.when(ownSlot.comesAt),
          amount: amount(ownSlot.takenGrams),
        })
  const note = slot ?? `${format.span(beginsAt, endsAt)} · ${collectionPoint}`
  return (
    <ListRow title={title} note={note} end={t(`state_${state}`)} to={to} mine={slot !== null} />
  )
}
