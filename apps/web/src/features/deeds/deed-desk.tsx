import { toLocalText } from '@azalea/client'
import { formatQuantity } from '@azalea/scoring'
import { useAddress, withQuery, changedQuery } from '../../ui/address.ts'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import type { ListPages } from '../../app/use-list-pages.ts'
import { DeskList } from '../../ui/desk-list.tsx'
import { Desk } from '../../ui/desk.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { Day, When } from '../../ui/when.tsx'
import { useSearch } from 'wouter'
import { DecideSeveral } from './decide-several.tsx'
import { DeedCard } from './deed-card.tsx'
import { itemOf, unitOf, useRuleSheet } from './deed-item.ts'
import type { Decided, Deed, DeedPage, DeedState } from './deed.ts'
import { deedsMessages } from './messages.ts'

/** Deeds as a table; the one that is looked at stands beside it with what speaks for it. */
export function DeedDesk({
  state,
  deeds,
  list,
  onDecided,
}: {
  state: DeedState
  deeds: readonly Deed[]
  list: ListPages<DeedPage>
  onDecided: (decided: Decided) => void
}) {
  const t = useT(deedsMessages)
  const search = useSearch()
  const openId = useAddress().get('deed')
  const open = deeds.find(({ contributionId }) => contributionId === openId)
  const table = (
    <DeskList<Deed>
      label={t(`tab_${state}`)}
      rows={deeds}
      rowKey={({ contributionId }) => contributionId}
      list={list}
      shownKey={open?.contributionId}
      to={({ contributionId }) =>
        withQuery('/workbench/deeds', changedQuery(search, { deed: contributionId }))
      }
      columns={useColumns()}
      {...(state === 'recorded'
        ? {
            bulk: {
              may: ({ canDecide }) => canDecide.ok,
              actions: (chosen, clear) => <DecideSeveral deeds={chosen} onDone={clear} />,
            },
          }
        : {})}
      phone={() => null}
    />
  )
  if (open === undefined) return table
  return (
    <Desk list={table}>
      <ul className="deeds">
        <DeedCard key={open.contributionId} deed={open} onDecided={onDecided} isStep />
      </ul>
    </Desk>
  )
}

function useColumns(): readonly ListColumn<Deed>[] {
  const t = useT(deedsMessages)
  const language = useLanguage()
  const sheet = useRuleSheet().data?.sheet
  return [
    { key: 'person', title: t('who'), text: ({ person }) => person.name, essential: true },
    { key: 'item', title: t('columnItem'), text: ({ itemName }) => itemName, essential: true },
    {
      key: 'day',
      title: t('day'),
      text: ({ occurredOn }) => occurredOn,
      cell: ({ occurredOn }) => <Day day={occurredOn} />,
      sort: 'occurredOn',
    },
    {
      key: 'quantity',
      title: t('quantity'),
      text: ({ itemRef, quantity }) => {
        const item = itemOf(sheet, itemRef)
        return item === undefined ? quantity : formatQuantity(quantity, unitOf(item), language)
      },
      numeric: true,
    },
    { key: 'by', title: t('recordedBy'), text: ({ recordedBy }) => recordedBy.name },
    {
      key: 'recorded',
      title: t('columnRecorded'),
      text: ({ recordedAt }) => toLocalText(recordedAt).replace('T', ' '),
      cell: ({ recordedAt }) => <When at={recordedAt} />,
      sort: 'recordedAt',
    },
  ]
}
