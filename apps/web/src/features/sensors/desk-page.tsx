import { ThermometerIcon } from '@phosphor-icons/react/dist/csr/Thermometer'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ShownCode } from '../../ui/shown-code.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { sensorDeskMessages } from './desk-messages.ts'
import { sensorsMessages } from './messages.ts'
import { toneOf, useReading, type Sensor, type Sensors } from './sensors.ts'
import './sensors.css'

/** All sensors of the village, how it stands with the broker, and what was not taken. */
export function SensorsDeskPage() {
  const t = useT(sensorDeskMessages)
  const sensors = useAnswer('/api/sensors')
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench">
      <ButtonRow>
        <LinkButton kind="primary" to="/workbench/sensors/new">
          {t('place')}
        </LinkButton>
      </ButtonRow>
      {sensors.isPending && <Skeleton count={5} />}
      {sensors.isError && (
        <ErrorState error={sensors.error} onRetry={() => void sensors.refetch()} />
      )}
      {sensors.data !== undefined && <Loaded sensors={sensors.data} />}
    </Page>
  )
}

function Loaded({ sensors: { broker, items, strays } }: { sensors: Sensors }) {
  const t = useT(sensorDeskMessages)
  const silent = items.filter(({ isSilent }) => isSilent).length
  return (
    <>
      <Broker broker={broker} />
      {items.length === 0 ? (
        <EmptyState icon={ThermometerIcon} title={t('none')} hint={t('noneHint')} />
      ) : (
        <Section title={t('count', { count: items.length })}>
          {silent > 0 && <Notice kind="waiting">{t('countSilent', { count: silent })}</Notice>}
          <ul className="list" aria-label={t('title')}>
            {items.map((sensor) => (
              <SensorLine key={sensor.sensorId} sensor={sensor} />
            ))}
          </ul>
        </Section>
      )}
      {strays.length > 0 && (
        <Section title={t('strays')}>
          <List label={t('strays')}>
            {strays.map(({ sentence, count, lastTopic }) => (
              <ListRow
                key={sentence}
                title={sentence}
                note={t('stray', { count, topic: lastTopic })}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

function Broker({ broker }: { broker: Sensors['broker'] }) {
  const t = useT(sensorDeskMessages)
  const format = useFormat()
  if (broker === null) return <p className="soft">{t('brokerNone')}</p>
  const when = format.when(broker.since)
  return (
    <Section title={t('broker')}>
      {broker.isConnected ? (
        <p>{t('brokerOn', { when })}</p>
      ) : (
        <Notice kind="wrong">
          {t('brokerOff', { when })}
          {broker.problem !== null && ` ${t('brokerProblem', { problem: broker.problem })}`}
        </Notice>
      )}
      {broker.strays > 0 && <p className="soft">{t('brokerStrays', { count: broker.strays })}</p>}
    </Section>
  )
}

function SensorLine({ sensor }: { sensor: Sensor }) {
  const t = useT(sensorDeskMessages)
  const words = useT(sensorsMessages)
  const format = useFormat()
  const reading = useReading()
  const { name, kind, plotId, plotLabel, lastAt, isSilent, thousandths, state, refused } = sensor
  const value = thousandths === null ? null : reading.value(kind, thousandths)
  return (
    <li className="sensor-line">
      <ListRow
        title={`${plotLabel} · ${name}`}
        to={`/plots/${plotId}/sensors`}
        note={
          <>
            <span>
              {words(`kind_${kind}`)}
              {value !== null && ` ${value}`}
              {lastAt !== null && ` · ${format.when(lastAt)}`}
            </span>
            <span>{t(sensor.isPublic ? 'public' : 'notPublic')}</span>
          </>
        }
        end={
          <State sensor={sensor} words={state === null || isSilent ? null : reading.words(state)} />
        }
      />
      {refused !== null && (
        <p className="soft">{t('refused', { count: refused.count, sentence: refused.sentence })}</p>
      )}
      <Doings sensor={sensor} />
    </li>
  )
}

function State({ sensor, words }: { sensor: Sensor; words: string | null }) {
  const t = useT(sensorDeskMessages)
  const { lastAt, isSilent, state } = sensor
  if (isSilent) return <StateBadge tone="wrong">{t('silent')}</StateBadge>
  if (lastAt === null) return <StateBadge tone="waiting">{t('notYet')}</StateBadge>
  return <StateBadge tone={state === null ? 'done' : toneOf(state)}>{words ?? t('ok')}</StateBadge>
}

/** What one does with a sensor; its token is shown once. */
function Doings({ sensor }: { sensor: Sensor }) {
  const t = useT(sensorDeskMessages)
  const { sensorId: id, name, isPublic, topic, speaks } = sensor
  const [asking, setAsking] = useState<'renew' | 'retire' | null>(null)
  const close = () => setAsking(null)
  const publish = useCommand((body: { isPublic: boolean }, idempotencyKey) =>
    post('/api/sensors/{id}/publish', { id }, body, { idempotencyKey }),
  )
  const renew = useCommand(
    (_: null, idempotencyKey) =>
      post('/api/sensors/{id}/token', { id }, undefined, { idempotencyKey }),
    close,
  )
  const retire = useCommand(
    (_: null, idempotencyKey) =>
      post('/api/sensors/{id}/retire', { id }, undefined, { idempotencyKey }),
    close,
  )
  return (
    <details>
      <summary>{t('how')}</summary>
      <p className="soft">{t(`speaks_${speaks}`)}</p>
      {topic !== null && <ShownCode>{topic}</ShownCode>}
      {renew.isSuccess && (
        <>
          <p>{t('tokenOnce')}</p>
          <ShownCode>{renew.data.token}</ShownCode>
        </>
      )}
      <ProblemNotice error={publish.error} />
      <ButtonRow>
        <Button busy={publish.isPending} onClick={() => publish.mutate({ isPublic: !isPublic })}>
          {t(isPublic ? 'makePrivate' : 'makePublic')}
        </Button>
        {speaks === 'http' && <Button onClick={() => setAsking('renew')}>{t('renew')}</Button>}
        <Button onClick={() => setAsking('retire')}>{t('retire')}</Button>
      </ButtonRow>
      <Dialog open={asking === 'renew'} onClose={close} title={t('renew')}>
        <p>{t('renewMeans')}</p>
        <ProblemNotice error={renew.error} />
        <ButtonRow>
          <Button kind="primary" busy={renew.isPending} onClick={() => renew.mutate(null)}>
            {t('renewSure')}
          </Button>
          <Button onClick={close}>{t('keep')}</Button>
        </ButtonRow>
      </Dialog>
      <Dialog open={asking === 'retire'} onClose={close} title={t('retire')}>
        <p>{t('retireMeans', { name })}</p>
        <ProblemNotice error={retire.error} />
        <ButtonRow>
          <Button kind="primary" busy={retire.isPending} onClick={() => retire.mutate(null)}>
            {t('retireSure')}
          </Button>
          <Button onClick={close}>{t('keep')}</Button>
        </ButtonRow>
      </Dialog>
    </details>
  )
}
