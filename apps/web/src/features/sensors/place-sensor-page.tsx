import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { ShownCode } from '../../ui/shown-code.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { sensorDeskMessages } from './desk-messages.ts'
import { sensorsMessages } from './messages.ts'
import { kinds } from './sensors.ts'
import './sensors.css'

type Kind = (typeof kinds)[number]
type Speaks = 'mqtt' | 'http'

interface Placing {
  plotId: string
  name: string
  kind: Kind
  speaks: Speaks
  isPublic: boolean
}

interface Placed {
  code: string
  topic: string | null
  token: string | null
}

/** Enters a sensor for a plot, and says how it is to send. */
export function PlaceSensorPage() {
  const t = useT(sensorDeskMessages)
  const land = useAnswer('/api/plots')
  const place = useCommand((body: Placing, idempotencyKey) =>
    post('/api/sensors', {}, body, { idempotencyKey }),
  )
  return (
    <Page title={t('place')} back="/workbench/sensors">
      {land.isPending && <Skeleton count={4} />}
      {land.isError && <ErrorState error={land.error} onRetry={() => void land.refetch()} />}
      {place.isSuccess && <PlacedSensor placed={place.data} onAnother={place.reset} />}
      {land.data !== undefined && !place.isSuccess && (
        <PlaceForm
          plots={land.data.plots}
          busy={place.isPending}
          error={place.error}
          onPlace={place.mutate}
        />
      )}
    </Page>
  )
}

function PlaceForm({
  plots,
  busy,
  error,
  onPlace,
}: {
  plots: readonly { plotId: string; label: string }[]
  busy: boolean
  error: Error | null
  onPlace: (placing: Placing) => void
}) {
  const t = useT(sensorDeskMessages)
  const words = useT(sensorsMessages)
  const [plotId, setPlot] = useState('')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Kind>('soil_moisture')
  const [speaks, setSpeaks] = useState<Speaks>('mqtt')
  const [isPublic, setPublic] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const submit = () => {
    setAsked(true)
    if (plotId === '' || name.trim() === '') return
    onPlace({ plotId, name: name.trim(), kind, speaks, isPublic })
  }
  return (
    <Form onSubmit={submit}>
      <SelectField
        label={t('plot')}
        placeholder={t('choose')}
        error={isAsked && plotId === '' ? t('plotMissing') : undefined}
        value={plotId}
        options={plots.map((plot) => ({ value: plot.plotId, label: plot.label }))}
        onChange={setPlot}
      />
      <SelectField
        label={t('kind')}
        hint={kind === 'rain' ? t('kindHint_rain') : undefined}
        value={kind}
        options={kinds.map((value) => ({ value, label: words(`kind_${value}`) }))}
        onChange={setKind}
      />
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        error={isAsked && name.trim() === '' ? t('nameMissing') : undefined}
        value={name}
        maxLength={40}
        onChange={setName}
      />
      <SelectField
        label={t('speaks')}
        value={speaks}
        options={(['mqtt', 'http'] as const).map((value) => ({
          value,
          label: t(`speaks_${value}`),
        }))}
        onChange={setSpeaks}
      />
      <Checkbox label={t('isPublic')} checked={isPublic} onChange={setPublic} />
      <ProblemNotice error={error} />
      <Button kind="primary" submit wide busy={busy}>
        {t('add')}
      </Button>
    </Form>
  )
}

function PlacedSensor({ placed, onAnother }: { placed: Placed; onAnother: () => void }) {
  const t = useT(sensorDeskMessages)
  const { topic, token } = placed
  const address = `${location.origin}/api/sensor-readings`
  return (
    <>
      <Notice kind="done">{t('placed')}</Notice>
      {topic !== null && (
        <>
          <p>{t('placedMqtt')}</p>
          <ShownCode>{topic}</ShownCode>
        </>
      )}
      {token !== null && (
        <>
          <p>{t('placedHttp')}</p>
          <ShownCode>{token}</ShownCode>
          <p>{t('placedHow', { address })}</p>
          <ShownCode>
            {'{"sensors":[{"token":"…","readings":[{"value":17.2,"at":"2026-11-30T04:00:00Z"}]}]}'}
          </ShownCode>
        </>
      )}
      <ButtonRow>
        <LinkButton kind="primary" to="/workbench/sensors">
          {t('toList')}
        </LinkButton>
        <Button onClick={onAnother}>{t('another')}</Button>
      </ButtonRow>
    </>
  )
}
