import { toLocalText } from '@azalea/client'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useNow } from '../../app/use-now.ts'
import { DeskList } from '../../ui/desk-list.tsx'
import type { DeskListProps, ListColumn } from '../../ui/list-column.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { StateBadge, type StateTone } from '../../ui/state-badge.tsx'
import { Span } from '../../ui/when.tsx'
import type { ActivityRow, ActivityState } from './activity.ts'
import { activitiesMessages } from './messages.ts'

/** Rows of activities, each leading to its page when `linked`. */
export function ActivityList({
  label,
  activities,
  linked = true,
  list,
}: {
  label: string
  activities: readonly ActivityRow[]
  linked?: boolean
  /** Left out, they are rows at a desk too. */
  list?: DeskListProps<ActivityRow>['list']
}) {
  const columns = useColumns()
  if (list === undefined)
    return (
      <List label={label}>
        {activities.map((activity) => (
          <Row key={activity.activityId} activity={activity} linked={linked} />
        ))}
      </List>
    )
  return (
    <DeskList<ActivityRow>
      label={label}
      rows={activities}
      rowKey={({ activityId }) => activityId}
      list={list}
      columns={columns}
      {...(linked ? { to: ({ activityId }) => `/activities/${activityId}` } : {})}
      phone={(activity) => <Row key={activity.activityId} activity={activity} linked={linked} />}
    />
  )
}

function Row({ activity, linked }: { activity: ActivityRow; linked: boolean }) {
  const t = useT(activitiesMessages)
  const format = useFormat()
  const now = useNow()
  const { activityId, title, place, startsAt, endsAt, spots, pointsPreview } = activity
  const left = Math.max(0, spots.quota - spots.taken)
  const isOver = new Date(endsAt) <= now
  return (
    <ListRow
      title={title}
      note={
        <>
          <Span from={startsAt} to={endsAt} />
          <span>{place}</span>
          {activity.state === 'approved' && !isOver && (
            <span>{left > 0 ? t('spotsLeft', { count: left }) : t('spotsNone')}</span>
          )}
          <RowState activity={activity} />
        </>
      }
      {...(pointsPreview === null
        ? {}
        : { value: t('pointsShort', { points: format.points(pointsPreview.pointsHundredths) }) })}
      {...(linked ? { to: `/activities/${activityId}` } : {})}
    />
  )
}

function RowState({ activity: { mine, state } }: { activity: ActivityRow }) {
  const t = useT(activitiesMessages)
  if (state !== 'approved') {
    return <StateBadge tone={stateTones[state]}>{t(`state_${state}`)}</StateBadge>
  }
  if (mine === null) return null
  return <StateBadge tone={mine === 'waiting' ? 'waiting' : 'done'}>{t(`mine_${mine}`)}</StateBadge>
}

export const stateTones: Record<ActivityState, StateTone> = {
  proposed: 'waiting',
  sent_back: 'wrong',
  refused: 'past',
  approved: 'done',
  closed: 'past',
  cancelled: 'past',
}

export const activitySorts = ['startsAt', 'title'] as const

function useColumns(): readonly ListColumn<ActivityRow>[] {
  const t = useT(activitiesMessages)
  return [
    { key: 'title', title: t('columnTitle'), text: ({ title }) => title, sort: 'title' },
    {
      key: 'when',
      title: t('columnWhen'),
      text: ({ startsAt }) => toLocalText(startsAt).replace('T', ' '),
      cell: ({ startsAt, endsAt }) => <Span from={startsAt} to={endsAt} />,
      sort: 'startsAt',
    },
    { key: 'place', title: t('columnPlace'), text: ({ place }) => place },
    {
      key: 'left',
      title: t('columnLeft'),
      text: ({ spots }) => Math.max(0, spots.quota - spots.taken),
      numeric: true,
    },
    {
      key: 'points',
      title: t('columnPoints'),
      text: ({ pointsPreview }) =>
        pointsPreview === null ? null : pointsPreview.pointsHundredths / 100,
      numeric: true,
    },
    {
      key: 'state',
      title: t('columnState'),
      text: ({ mine, state }) =>
        state === 'approved' && mine !== null ? t(`mine_${mine}`) : t(`state_${state}`),
      cell: (activity) => <RowState activity={activity} />,
    },
  ]
}
