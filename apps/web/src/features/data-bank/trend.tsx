import { civilDay, keyOf } from '@azalea/client'
import { useQuery } from '@tanstack/react-query'
import { get } from '../../app/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { serverNow } from '../../app/server-clock.ts'
import { Chart } from '../../ui/chart.tsx'
import type { Account, Entry } from './data-bank.ts'
import { honourByMonth } from './honour-trend.ts'
import { dataBankMessages } from './messages.ts'

const pageSize = 100
const mostPages = 6

/** The household's honour over the months; nothing while there is only one to show. */
export function HonourTrend() {
  const t = useT(dataBankMessages)
  const format = useFormat()
  const trend = useQuery({
    queryKey: [...keyOf('/api/me/account', { unit: 'honour' }), 'trend'],
    queryFn: ({ signal }) => readTrend(signal),
    staleTime: 5 * 60_000,
  })
  if (!trend.isSuccess || trend.data.length < 2) return null
  return (
    <Chart
      title={t('trend')}
      labelTitle={t('month')}
      valueTitle={t('honour')}
      points={trend.data.map(({ label, value }) => ({
        label: format.month(label),
        shortLabel: format.monthName(label),
        value,
      }))}
      format={format.points}
    />
  )
}

async function readTrend(signal: AbortSignal) {
  const entries: Entry[] = []
  let account: Account | null = null
  let cursor: string | null = null
  for (let page = 0; page < mostPages; page += 1) {
    const read: Account = await get(
      '/api/me/account',
      { unit: 'honour', limit: pageSize, cursor },
      { signal },
    )
    account ??= read
    entries.push(...read.entries.items)
    cursor = read.entries.nextCursor
    if (cursor === null) break
  }
  const today = civilDay(serverNow())
  return honourByMonth(account?.honourHundredths ?? 0, entries, today, cursor === null)
}
