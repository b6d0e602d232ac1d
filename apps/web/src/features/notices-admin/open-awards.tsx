import { useAddress, useAddressText, useBeside } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useDesktop } from '../../ui/use-desktop.ts'
import { useListPages, type ListPages } from '../../app/use-list-pages.ts'
import { DeskList } from '../../ui/desk-list.tsx'
import type { Bulk, ListColumn } from '../../ui/list-column.ts'
import { ListRow } from '../../ui/list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Day } from '../../ui/when.tsx'
import type { OpenAward, OpenAwardPage } from './award.ts'
import { noticesAdminMessages } from './messages.ts'
import { SheetWords } from '../../ui/sheet-words.tsx'

const sorts = ['scoredAt', 'occurredOn', 'points'] as const

export type OpenAwardList = ListPages<OpenAwardPage>

/** The awards on their way in one state, as the address narrows and orders them. */
export function useOpenAwards(state: 'scored' | 'on_notice'): OpenAwardList {
  const q = useAddress().get('q') ?? ''
  return useListPages('/api/awards', sorts, { state, q })
}

/** At a desk a list is searched for somebody's awards. */
export function PersonSearch() {
  const t = useT(noticesAdminMessages)
  const isDesktop = useDesktop()
  const [text, setText] = useAddressText('q')
  if (!isDesktop) return null
  return (
    <TextField kind="search" label={t('searchPerson')} unmarked value={text} onChange={setText} />
  )
}

/** Whose award, for what, how much; each opens to how it was scored. */
export function OpenAwards({
  label,
  awards,
  list,
  shownId,
  bulk,
}: {
  label: string
  awards: readonly OpenAward[]
  list: OpenAwardList
  shownId?: string | undefined
  bulk?: Bulk<OpenAward>
}) {
  const t = useT(noticesAdminMessages)
  const format = useFormat()
  const beside = useBeside()
  const pathOf = ({ awardId }: OpenAward) => beside(`/workbench/awards/${awardId}`)
  return (
    <DeskList
      label={label}
      rows={awards}
      rowKey={({ awardId }) => awardId}
      list={list}
      shownKey={shownId}
      to={pathOf}
      columns={useColumns()}
      {...(bulk === undefined ? {} : { bulk })}
      phone={(award) => (
        <ListRow
          key={award.awardId}
          title={award.itemName}
          note={
            <>
              <span>{award.person.name}</span>
              <Day day={award.occurredOn} />
              {award.isOwnHousehold && <StateBadge tone="past">{t('ownHousehold')}</StateBadge>}
            </>
          }
          value={format.signedPoints(award.pointsHundredths)}
          to={pathOf(award)}
        />
      )}
    />
  )
}

function useColumns(): readonly ListColumn<OpenAward>[] {
  const t = useT(noticesAdminMessages)
  const format = useFormat()
  return [
    { key: 'person', title: t('columnPerson'), text: ({ person }) => person.name, essential: true },
    {
      key: 'item',
      title: t('columnItem'),
      text: ({ itemName }) => itemName,
      essential: true,
      cell: ({ itemName, isOwnHousehold }) => (
        <>
          <SheetWords text={itemName} />{' '}
          {isOwnHousehold && <StateBadge tone="past">{t('ownHousehold')}</StateBadge>}
        </>
      ),
    },
    {
      key: 'day',
      title: t('columnDay'),
      text: ({ occurredOn }) => occurredOn,
      cell: ({ occurredOn }) => <Day day={occurredOn} />,
      sort: 'occurredOn',
    },
    {
      key: 'points',
      title: t('columnPoints'),
      text: ({ pointsHundredths }) => pointsHundredths / 100,
      cell: ({ pointsHundredths }) => format.signedPoints(pointsHundredths),
      numeric: true,
      sort: 'points',
    },
  ]
}
