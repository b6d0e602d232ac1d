import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone'
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple'
import { Suspense, useEffect } from 'react'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import {
  ApiProblem,
  isServerAway,
  platesMessages,
  type PlateAnswer,
  viewOfPlate,
  type PlateView,
} from '@azalea/client'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { Page } from '../../ui/page.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PostShifts } from './post-shifts.tsx'
import { RateCall, VisitorCall } from './rate-call.tsx'
import { RecentRatings } from './recent-ratings.tsx'
import { noteSeenPlate } from './seen-plates.ts'
import { UnseenPlate } from './unseen-plate.tsx'
import { Story } from './story.tsx'
import { StarsGiven } from './stars-given.tsx'

// After the page, which is opened first by whoever scans: few plots have sensors.
const PlotReadings = lazyPage(() => import('./plot-readings.tsx').then((m) => m.PlotReadings))

/** The public page of a plate: what it is fixed to, its stars, and the way to rate it. */
export function PlatePage() {
  const t = useT(platesMessages)
  const { code = '' } = useParams()
  const plate = useAnswer('/api/plates/{code}', { code })
  if (plate.isSuccess) return <Shown plate={plate.data} />
  return (
    <Page title={code} back="/scan">
      {plate.isPending && (
        <>
          <Skeleton of="number" count={1} />
          <Skeleton of="text" count={2} />
          <Skeleton count={3} />
        </>
      )}
      {plate.isError && isServerAway(plate.error) && (
        <UnseenPlate code={code} onRetry={() => void plate.refetch()} />
      )}
      {plate.isError && !isServerAway(plate.error) && (
        <ErrorState
          error={plate.error}
          {...(isRefusal(plate.error) ? {} : { onRetry: () => void plate.refetch() })}
        >
          <LinkButton to="/scan">{t('otherPlate')}</LinkButton>
        </ErrorState>
      )}
    </Page>
  )
}

function Shown({ plate }: { plate: PlateAnswer }) {
  const t = useT(platesMessages)
  const { session, isLoading } = useSession()
  // Somebody from the city reads first; whoever is of the village can sign in below.
  const isVisitor = session === null && !isLoading
  const format = useFormat()
  const view = viewOfPlate(plate, { t, format })
  const { code, villageId, subject } = plate
  const { label, kind } = subject
  useEffect(() => noteSeenPlate({ code, villageId, label, kind }), [code, villageId, label, kind])
  const hasLand = kind === 'plot' || kind === 'yard' || kind === 'flock'
  const mayEdit =
    session?.village.villageId === villageId && hasRole(session, ['committee', 'technician'])
  return (
    <Page title={view.title} lead={<Where of={view} />} back="/scan">
      {isVisitor && <Story plate={plate} />}
      <StarsGiven stars={view.stars} />
      {!isVisitor && <RateCall plate={plate} view={view} />}
      {plate.post !== undefined && <PostShifts shifts={plate.post.upcoming} />}
      {hasLand && (
        <Suspense fallback={null}>
          <PlotReadings villageId={villageId} plotId={subject.subjectId} />
        </Suspense>
      )}
      {!isVisitor && <Story plate={plate} />}
      <RecentRatings ratings={plate.recent} />
      {isVisitor && <VisitorCall code={code} />}
      {session?.village.villageId === villageId && !subject.isMine && (
        <p>
          <LinkButton kind="quiet" icon={MegaphoneIcon} to={`/report?plate=${code}`}>
            {t('report')}
          </LinkButton>
        </p>
      )}
      {mayEdit && (
        <p>
          <LinkButton kind="quiet" icon={PencilSimpleIcon} to={`/workbench/plates/${code}`}>
            {t('edit')}
          </LinkButton>
        </p>
      )}
    </Page>
  )
}

/** Village, group, kind, and whose it is: as much as the reader may know. */
function Where({ of: { place, isMine, keeper } }: { of: PlateView }) {
  const t = useT(platesMessages)
  return (
    <>
      {place}
      {isMine && ` · ${t('mine')}`}
      {keeper !== null && (
        <>
          {' · '}
          {t('keeper')}
          <PersonName name={keeper} />
        </>
      )}
    </>
  )
}

/** A refusal stays one however often it is tried. */
function isRefusal(error: Error): boolean {
  return error instanceof ApiProblem && error.status >= 400 && error.status < 500
}
