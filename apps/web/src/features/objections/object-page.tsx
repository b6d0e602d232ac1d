import { useState } from 'react'
import { useParams, useSearchParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useNoticedAwards } from './choose-line-page.tsx'
import { objectionsMessages } from './messages.ts'
import { ObjectForm } from './object-form.tsx'
import type { May, Raised } from './objection.ts'
import { SheetWords } from '../../ui/sheet-words.tsx'

/** An award as this page needs it: from the notice's line, or from the award itself. */
interface Objectable {
  name: string
  itemName: string
  pointsHundredths: number
  canObject: May
}

/** "I object": what happens then, and the words. */
export function ObjectPage() {
  const t = useT(objectionsMessages)
  const { id = '' } = useParams()
  const [search] = useSearchParams()
  const notice = search.get('notice')
  const line = useNoticedAwards(notice)
  const whole = useAnswer(
    '/api/awards/{id}',
    { id },
    {
      enabled: notice === null,
    },
  )
  const [raised, setRaised] = useState<Raised | null>(null)
  const read = notice === null ? whole : line
  const listed = line.data?.awards.find(({ awardId }) => awardId === id)
  const award: Objectable | null =
    whole.data !== undefined
      ? { ...whole.data, name: whole.data.person.name }
      : listed === undefined
        ? null
        : { ...listed, name: listed.headMasked }
  return (
    <Page
      step={raised === null ? 'form' : 'raised'}
      title={t('object')}
      back={notice === null ? `/awards/${id}` : `/notices/${notice}/object`}
    >
      {read.isPending && <Skeleton of="text" count={4} />}
      {read.isError && <ErrorState error={read.error} onRetry={() => void read.refetch()} />}
      {award !== null && <About award={award} />}
      {raised !== null && <Done raised={raised} />}
      {award !== null &&
        raised === null &&
        (award.canObject.ok ? (
          <ObjectForm awardId={id} onRaised={setRaised} />
        ) : (
          <Notice>{award.canObject.sentence}</Notice>
        ))}
    </Page>
  )
}

function About({ award: { name, itemName, pointsHundredths } }: { award: Objectable }) {
  const t = useT(objectionsMessages)
  const format = useFormat()
  return (
    <Facts
      facts={[
        {
          label: t('about'),
          value: (
            <>
              <PersonName name={name} /> · <SheetWords text={itemName} /> ·{' '}
              {t('points', { points: format.signedPoints(pointsHundredths) })}
            </>
          ),
        },
      ]}
    />
  )
}

function Done({ raised: { dueOn, holidaysKnown, objectionId, answeredBy } }: { raised: Raised }) {
  const t = useT(objectionsMessages)
  const format = useFormat()
  return (
    <Notice
      kind="done"
      actions={<LinkButton to={`/objections/${objectionId}`}>{t('toMine')}</LinkButton>}
    >
      {t('raised', { day: format.day(dueOn) })} {t(`answers_${answeredBy}`)}{' '}
      {!holidaysKnown && t('raisedHolidays')}
    </Notice>
  )
}
