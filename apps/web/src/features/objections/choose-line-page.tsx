import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import { useState } from 'react'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Day } from '../../ui/when.tsx'
import { objectionsMessages } from './messages.ts'
import type { NoticedAward } from './objection.ts'
import { SheetWords } from '../../ui/sheet-words.tsx'

/** The lines of a notice, one of them to object to; the own household's stand first. */
export function ChooseLinePage() {
  const t = useT(objectionsMessages)
  const { id = '' } = useParams()
  const lines = useNoticedAwards(id)
  return (
    <Page title={t('chooseTitle')} lead={t('chooseLead')} back={`/notices/${id}`}>
      {lines.isPending && <Skeleton count={6} />}
      {lines.isError && <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />}
      {lines.isSuccess &&
        (lines.data.awards.length === 0 ? (
          <EmptyState icon={ScrollIcon} title={t('chooseEmpty')} hint={t('chooseEmptyHint')} />
        ) : (
          <Choice lines={lines.data.awards} noticeId={id} />
        ))}
    </Page>
  )
}

/** The lines, fewer while somebody types a number, a name, a thing or a day. */
function Choice({ lines, noticeId }: { lines: readonly NoticedAward[]; noticeId: string }) {
  const t = useT(objectionsMessages)
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const found = lines.filter((line) => {
    const day = line.occurredOn === null ? '' : `${line.occurredOn} ${format.day(line.occurredOn)}`
    return isFound(`${line.headMasked} ${line.groupName} ${line.itemName} ${day}`, line.no, typed)
  })
  return (
    <>
      <TextField
        label={t('chooseSearch')}
        hint={t('chooseSearchHint')}
        unmarked
        value={typed}
        maxLength={40}
        onChange={setTyped}
      />
      <output className="soft">{t('chooseFound', { count: found.length })}</output>
      <List label={t('chooseTitle')}>
        {found.map((line) => (
          <Line key={line.awardId} line={line} noticeId={noticeId} />
        ))}
      </List>
    </>
  )
}

/** A bare number is that of a line; of a whole name the masked one is found too. */
function isFound(text: string, no: number | null, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return true
  if (/^\d{1,4}$/.test(wanted)) return String(no) === wanted
  const masked = wanted.length > 1 ? `${wanted.slice(0, 1)}×${wanted.slice(2)}` : wanted
  return text.toLowerCase().includes(wanted) || text.includes(masked)
}

export function useNoticedAwards(noticeId: string | null) {
  return useAnswer(
    '/api/notices/{id}/awards',
    { id: noticeId ?? '' },
    {
      enabled: noticeId !== null,
    },
  )
}

function Line({ line, noticeId }: { line: NoticedAward; noticeId: string }) {
  const t = useT(objectionsMessages)
  const format = useFormat()
  const {
    awardId,
    no,
    occurredOn,
    headMasked,
    groupName,
    itemName,
    isOwnHousehold,
    isDisputed,
    canObject,
  } = line
  return (
    <ListRow
      title={
        <>
          {no !== null && `${no}. `}
          <PersonName name={headMasked} /> · <SheetWords text={itemName} />
        </>
      }
      note={
        <>
          {isOwnHousehold ? t('ownLine') : groupName}
          {occurredOn !== null && <Day day={occurredOn} />}
          {!canObject.ok && !isDisputed && ` · ${canObject.sentence ?? ''}`}
        </>
      }
      value={format.signedPoints(line.pointsHundredths)}
      {...(isDisputed ? { end: <StateBadge tone="waiting">{t('disputed')}</StateBadge> } : {})}
      {...(canObject.ok ? { to: `/awards/${awardId}/object?notice=${noticeId}` } : {})}
    />
  )
}
