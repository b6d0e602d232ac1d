import { roleMessages } from '@azalea/client'
import { toLocalText } from '@azalea/client'
import { EyeIcon } from '@phosphor-icons/react/dist/csr/Eye'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useListPages, type ListPages } from '../../app/use-list-pages.ts'
import { DeskList } from '../../ui/desk-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { ListRow } from '../../ui/list.tsx'
import { Paged } from '../../ui/paged.tsx'
import { Span, When } from '../../ui/when.tsx'
import type { AccessPageAnswer } from './data-bank.ts'
import { gatherLooks, type Looks } from './looks.ts'
import { dataBankMessages } from './messages.ts'

const knownRoles = [
  'group_leader',
  'committee',
  'supervisor',
  'technician',
  'town_officer',
  'auditor',
  'operator',
  'villager',
] as const
const knownData = [
  'roster',
  'search',
  'search_phone',
  'roster_export',
  'award',
  'awards',
  'deeds',
  'attendance',
  'opening',
  'recall',
  'rating_evidence',
  'breach_reports',
  'objections',
  'sign_in_change',
  'removal',
] as const

/** Who looked at one's own data: the newest first. */
export function DataAccess() {
  const t = useT(dataBankMessages)
  const list = useListPages('/api/me/data-access', [])
  const { roleOf, whatOf } = useLookWords()
  const isWhole = !list.pages.hasNextPage
  const columns = useLookColumns(isWhole)
  return (
    <Paged
      pages={list.pages}
      empty={<EmptyState icon={EyeIcon} title={t('noAccess')} hint={t('noAccessHint')} />}
    >
      {(rows) => (
        <DeskList
          label={t('access')}
          rows={gatherLooks(rows)}
          rowKey={({ key }) => key}
          columns={columns}
          {...(isWhole ? {} : { list: gatheredList(list) })}
          phone={({ key, last, firstAt, count }) => (
            <ListRow
              key={key}
              title={`${last.viewerName ?? t('erased')} ${roleOf(last.viewerRole)}`}
              note={
                <>
                  <span>{whatOf(last.what)}</span>
                  <Times from={firstAt} to={last.viewedAt} />
                  {count > 1 && <span>{t('looks', { count })}</span>}
                </>
              }
            />
          )}
        />
      )}
    </Paged>
  )
}

/** What is listed are looks put together, not the server's single ones: their number is unknown. */
const gatheredList = (list: ListPages<AccessPageAnswer>) => ({
  ...list,
  total: null,
  readAll: async (onRead: (rows: number) => void) => {
    const { rows, isCut } = await list.readAll(onRead)
    return { rows: gatherLooks(rows), isCut }
  },
})

function useLookWords() {
  const t = useT(dataBankMessages)
  const tRole = useT(roleMessages)
  const roleOf = (role: string | null): string => {
    const known = knownRoles.find((one) => one === role)
    return known === undefined ? '' : tRole(`role_${known}`)
  }
  const whatOf = (what: string): string => {
    const known = knownData.find((one) => one === what)
    return known === undefined ? t('saw_anything') : t(`saw_${known}`)
  }
  return { roleOf, whatOf }
}

/** It can be ordered otherwise once all of it is here. */
function useLookColumns(isWhole: boolean): readonly ListColumn<Looks>[] {
  const t = useT(dataBankMessages)
  const { roleOf, whatOf } = useLookWords()
  const by = (sort: string) => (isWhole ? { sort } : {})
  return [
    {
      key: 'who',
      title: t('columnWho'),
      text: ({ last }) => last.viewerName ?? t('erased'),
      ...by('who'),
    },
    {
      key: 'office',
      title: t('columnOffice'),
      text: ({ last }) => roleOf(last.viewerRole),
      ...by('office'),
    },
    { key: 'what', title: t('columnSaw'), text: ({ last }) => whatOf(last.what), ...by('what') },
    {
      key: 'when',
      title: t('columnWhen'),
      text: ({ last }) => toLocalText(last.viewedAt).replace('T', ' '),
      cell: ({ last, firstAt }) => <Times from={firstAt} to={last.viewedAt} />,
      ...by('when'),
    },
    {
      key: 'times',
      title: t('columnTimes'),
      text: ({ count }) => count,
      numeric: true,
      ...by('times'),
    },
  ]
}

/** One time where both are told as the same minute. */
function Times({ from, to }: { from: string; to: string }) {
  const format = useFormat()
  return format.when(from) === format.when(to) ? <When at={to} /> : <Span from={from} to={to} />
}
