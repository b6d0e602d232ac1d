import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useAwake } from '../../ui/use-awake.ts'
import { offersMessages } from './messages.ts'
import { OFFERS_A_PAGE, useQuantity } from './offer.ts'
import './called-wall.css'

const LOOK_AGAIN_MILLISECONDS = 60_000
/** As many as one answer holds. */
const PLACES = 100

/** A screen in the village hall: who is called now, as each queue is published. */
export function CalledWallPage() {
  const t = useT(offersMessages)
  const { villageId = '' } = useParams()
  useAwake()
  const offers = useAnswer(
    '/api/villages/{villageId}/offers',
    { villageId, limit: OFFERS_A_PAGE },
    { refetchInterval: LOOK_AGAIN_MILLISECONDS },
  )
  const running = (offers.data?.items ?? []).filter(({ state }) => state === 'drawn')
  return (
    <div className="called-wall">
      <Page wide title={t('wallTitle')} lead={t('wallLead')}>
        {offers.isPending && <Skeleton count={6} />}
        {offers.isError && (
          <ErrorState error={offers.error} onRetry={() => void offers.refetch()} />
        )}
        {offers.data !== undefined && running.length === 0 && <p>{t('wallNone')}</p>}
        <div className="called-wall__queues">
          {running.map(({ offerId }) => (
            <CalledNow key={offerId} villageId={villageId} offerId={offerId} />
          ))}
        </div>
        <div>
          <LinkButton kind="quiet" to={`/v/${villageId}/offers`}>
            {t('wallAll')}
          </LinkButton>
        </div>
      </Page>
    </div>
  )
}

/** Of one queue; the disputed ones rest, and are not called. */
function CalledNow({ villageId, offerId }: { villageId: string; offerId: string }) {
  const t = useT(offersMessages)
  const format = useFormat()
  const queue = useAnswer(
    '/api/villages/{villageId}/offers/{id}/queue',
    { villageId, id: offerId, limit: PLACES },
    { refetchInterval: LOOK_AGAIN_MILLISECONDS },
  )
  const say = useQuantity(queue.data?.unit ?? 'piece')
  if (queue.data === undefined) return null
  const { title, lines, nextCursor } = queue.data
  const called = lines.filter(({ state, isDisputed }) => state === 'called' && !isDisputed)
  return (
    <Section title={title}>
      {called.length === 0 ? (
        <p className="soft">{t('wallNone')}</p>
      ) : (
        <List label={title}>
          {called.map(({ place, name, groupName, quantity }) => (
            <ListRow
              key={place}
              numbered
              lead={format.number(place)}
              title={name ?? t('wallPlace', { place })}
              note={groupName ?? undefined}
              value={say(quantity)}
            />
          ))}
        </List>
      )}
      {nextCursor !== null && (
        <LinkButton kind="quiet" to={`/v/${villageId}/offers/${offerId}`}>
          {t('wallMore')}
        </LinkButton>
      )}
    </Section>
  )
}
