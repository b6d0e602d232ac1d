import { useState } from 'react'
import { post } from '../../app/api.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { roundDeskMessages } from './desk-messages.ts'
import { ReadScale } from './read-scale.tsx'
import { kilograms, toGrams, type Scale } from './rounds.ts'

/** Scales, and their checks with a test weight. */
export function ScalesPage() {
  const t = useT(roundDeskMessages)
  const { session } = useSession()
  const scales = useAnswer('/api/scales')
  return (
    <Page title={t('scalesTitle')} lead={t('scalesLead')} back="/workbench/rounds">
      {scales.isPending && <Skeleton count={3} />}
      {scales.isError && <ErrorState error={scales.error} onRetry={() => void scales.refetch()} />}
      {scales.data?.items.length === 0 && <p className="soft">{t('noScales')}</p>}
      {scales.data?.items.map((scale) => (
        <CheckScale key={scale.scaleId} scale={scale} />
      ))}
      {hasRole(session, ['committee']) && scales.data && <AddScale lines={scales.data.lines} />}
    </Page>
  )
}

function CheckScale({ scale }: { scale: Scale }) {
  const t = useT(roundDeskMessages)
  const format = useFormat()
  const { scaleId: id, name, lastCheck, canWeigh } = scale
  const [testKg, setTest] = useState<number | null>(20)
  const [readKg, setRead] = useState<number | null>(null)
  const [isAsked, setAsked] = useState(false)
  const check = useCommand((body: { testGrams: number; readGrams: number }, idempotencyKey) =>
    post('/api/scales/{id}/checks', { id }, body, { idempotencyKey }),
  )
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('missing') : undefined)
  const kg = (grams: number) => format.weight(grams)
  const submit = () => {
    setAsked(true)
    if (testKg !== null && readKg !== null)
      check.mutate({ testGrams: toGrams(testKg), readGrams: toGrams(readKg) })
  }
  return (
    <Section title={name}>
      {canWeigh.ok ? <p>{t('canWeigh')}</p> : <Notice kind="waiting">{canWeigh.sentence}</Notice>}
      <p className="soft">
        {lastCheck === null
          ? t('neverChecked')
          : t('lastCheck', {
              when: format.when(lastCheck.checkedAt),
              test: kg(lastCheck.testGrams),
              read: kg(lastCheck.readGrams),
            })}
      </p>
      <details>
        <summary>{t('checkScale')}</summary>
        <Form onSubmit={submit}>
          <NumberField
            label={t('testKg')}
            error={missing(testKg === null)}
            value={testKg}
            onChange={setTest}
          />
          <ReadScale scale={scale} onRead={({ grams }) => setRead(kilograms(grams))} />
          <NumberField
            label={t('readKg')}
            error={missing(readKg === null)}
            value={readKg}
            onChange={setRead}
          />
          <ProblemNotice error={check.error} />
          {check.isSuccess && (
            <Notice kind={check.data.outcome === 'passed' ? 'done' : 'waiting'}>
              {t(`check_${check.data.outcome}`)}
              {check.data.doubted.length > 0 && t('doubted', { count: check.data.doubted.length })}
            </Notice>
          )}
          <Button submit busy={check.isPending}>
            {t('check')}
          </Button>
        </Form>
      </details>
    </Section>
  )
}

type Speaks = Scale['speaks']

function AddScale({ lines }: { lines: readonly string[] }) {
  const t = useT(roundDeskMessages)
  const [name, setName] = useState('')
  const [speaks, setSpeaks] = useState<Speaks>('nothing')
  const [line, setLine] = useState('')
  const [tolerance, setTolerance] = useState<number | null>(20)
  const [isAsked, setAsked] = useState(false)
  const add = useCommand(
    (
      body: { name: string; speaks: Speaks; line: string | null; toleranceGrams: number },
      idempotencyKey,
    ) => post('/api/scales', {}, body, { idempotencyKey }),
  )
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('missing') : undefined)
  const kinds = (['nothing', 'bluetooth', 'serial'] as const).filter(
    (one) => one !== 'serial' || lines.length > 0,
  )
  const submit = () => {
    setAsked(true)
    if (name.trim() === '' || tolerance === null || (speaks === 'serial' && line === '')) return
    const chosen = speaks === 'serial' ? line : null
    add.mutate({ name: name.trim(), speaks, line: chosen, toleranceGrams: tolerance })
  }
  return (
    <Section title={t('addScale')}>
      <Form onSubmit={submit}>
        <TextField
          label={t('scaleName')}
          error={missing(name.trim() === '')}
          value={name}
          maxLength={40}
          onChange={setName}
        />
        <SelectField
          label={t('speaks')}
          value={speaks}
          options={kinds.map((value) => ({ value, label: t(`speaks_${value}`) }))}
          onChange={setSpeaks}
        />
        {speaks === 'serial' && (
          <SelectField
            label={t('line')}
            placeholder={t('choose')}
            error={missing(line === '')}
            value={line}
            options={lines.map((value) => ({ value, label: value }))}
            onChange={setLine}
          />
        )}
        <NumberField
          label={t('tolerance')}
          whole
          error={missing(tolerance === null)}
          value={tolerance}
          onChange={setTolerance}
        />
        <ProblemNotice error={add.error} />
        <Button submit busy={add.isPending}>
          {t('addScale')}
        </Button>
      </Form>
    </Section>
  )
}
