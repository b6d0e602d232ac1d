import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Activity, Present } from './activity.ts'
import { estimateHundredths } from './estimate-award.ts'
import { useRuleSheet } from './item-choice.tsx'
import { activitiesMessages } from './messages.ts'

/** What everybody who came will be awarded, as far as one can tell before closing. */
export function AboutAwarded({
  activity,
  present,
}: {
  activity: Activity
  present: readonly Present[]
}) {
  const t = useT(activitiesMessages)
  const format = useFormat()
  const sheet = useRuleSheet()
  const about = ({ attendee, shift }: Present) => {
    if (sheet.data === undefined) return '…'
    const hundredths = estimateHundredths(sheet.data.sheet, activity.itemRef, shift, attendee)
    return hundredths === null ? '—' : format.points(hundredths)
  }
  return (
    <DataTable
      caption={t('aboutAwarded')}
      rows={present}
      rowKey={({ attendee, shift }) => `${shift.shiftId} ${attendee.personId}`}
      columns={[
        { key: 'name', title: t('name'), cell: ({ attendee }) => attendee.name ?? t('erased') },
        {
          key: 'time',
          title: t('time'),
          numeric: true,
          cell: ({ attendee: { minutes } }) => (minutes === null ? '—' : format.minutes(minutes)),
        },
        {
          key: 'score',
          title: t('scoreColumn'),
          numeric: true,
          cell: ({ attendee }) => attendee.leaderScore ?? '—',
        },
        { key: 'about', title: t('aboutPoints'), numeric: true, cell: about },
      ]}
    />
  )
}
