import { useParams } from 'wouter'
import { useT } from '../../ui/i18n.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { useProblemText } from '../../ui/error-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { NoAddress } from '../../app/no-address.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Span } from '../../ui/when.tsx'
import { CodeRing } from './code-ring.tsx'
import { postsMessages } from './messages.ts'
import { useAwake } from '../../ui/use-awake.ts'
import type { Place, PlaceCode } from '../../app/place-code.ts'
import { usePlaceCode } from './use-place-code.ts'
import './wall.css'

/** What hangs at a post: the code to check in with, and who is awaited now. */
export function PostWallPage() {
  const { subjectId = '' } = useParams()
  return <Wall way="posts" id={subjectId} />
}

/** The same for an activity whose shifts stand at no post. */
export function ActivityWallPage() {
  const { id = '' } = useParams()
  return <Wall way="activities" id={id} />
}

function Wall({ way, id }: Place) {
  const t = useT(postsMessages)
  const problemText = useProblemText()
  const isAwake = useAwake()
  const { place, error, isPending, isExpired, secondsLeft, refetch } = usePlaceCode({ way, id })
  return (
    <div className="wall">
      <Page wide title={place?.label ?? t('wall')}>
        {isPending && <Skeleton of="number" count={3} />}
        {error !== null && (
          <Notice
            kind="wrong"
            {...(place === undefined
              ? { actions: <Button onClick={() => void refetch()}>{t('retry')}</Button> }
              : {})}
          >
            {place === undefined ? problemText(error) : t('offline')}
          </Notice>
        )}
        {place !== undefined && (
          <div className="wall__parts">
            <WallCode place={place} secondsLeft={secondsLeft} isExpired={isExpired} />
            <Section title={t('shiftsNow')}>
              <ShiftsNow place={place} />
            </Section>
          </div>
        )}
        <footer className="wall__foot">
          <span className="soft small">{t(isAwake ? 'awake' : 'asleep')}</span>
          <LinkButton kind="quiet" to="/workbench/posts">
            {t('back')}
          </LinkButton>
        </footer>
      </Page>
    </div>
  )
}

function WallCode({
  place,
  secondsLeft,
  isExpired,
}: {
  place: PlaceCode
  secondsLeft: number
  isExpired: boolean
}) {
  const t = useT(postsMessages)
  const { label, code, url } = place
  if (isExpired) return <Notice kind="wrong">{t('stale')}</Notice>
  return (
    <div className="wall__code">
      {url !== null && (
        <div className="wall__qr">
          <QrCode text={url} label={t('qr', { label })} />
        </div>
      )}
      <div className="wall__words">
        <p className="wall__how">{t(url === null ? 'howToDigits' : 'howTo')}</p>
        <p className="wall__digits">
          <span className="visually-hidden">
            {t('codeRead', { digits: Array.from(code).join(' ') })}
          </span>
          <span aria-hidden="true">
            {code.slice(0, 3)} {code.slice(3)}
          </span>
        </p>
        <p className="wall__left">
          <CodeRing secondsLeft={secondsLeft} />
          {t('secondsLeft', { count: secondsLeft })}
        </p>
        {url === null && <NoAddress />}
      </div>
    </div>
  )
}

function ShiftsNow({ place: { shiftsNow } }: { place: PlaceCode }) {
  const t = useT(postsMessages)
  if (shiftsNow.length === 0) {
    return (
      <p className="soft">
        {t('shiftsNone')} · {t('shiftsNoneHint')}
      </p>
    )
  }
  return (
    <ul className="wall__shifts">
      {shiftsNow.map(({ shiftId, title, startsAt, endsAt, present, quota }) => (
        <li key={shiftId}>
          <span className="wall__shift">
            <strong>{title}</strong>
            <span className="soft">
              <Span from={startsAt} to={endsAt} />
            </span>
          </span>
          <strong className="wall__present">{t('present', { present, quota })}</strong>
        </li>
      ))}
    </ul>
  )
}
