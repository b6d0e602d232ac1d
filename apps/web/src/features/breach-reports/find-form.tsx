import { useState } from 'react'
import type { Body } from '@azalea/client'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { GroupField } from '../../app/group-field.tsx'
import { Section } from '../../ui/page.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { VerdictChoice } from '../../ui/verdict-choice.tsx'
import type { BreachReport } from './breach-report.ts'
import { courseMessages } from './course-messages.ts'
import { reportsMessages } from './messages.ts'

type Found = 'attach' | 'close'

const ways: readonly Found[] = ['attach', 'close']

/** Nobody knew who it was: the committee says whose fault it would be, or closes the report. */
export function FindForm({ report: { reportId } }: { report: BreachReport }) {
  const t = useT(courseMessages)
  const said = useT(reportsMessages)
  const [way, setWay] = useState<Found | null>(null)
  const [name, setName] = useState('')
  const [groupNo, setGroupNo] = useState<number | null>(null)
  const [reasons, setReasons] = useState('')
  const [isAsked, setAsked] = useState(false)
  const send = useFind(reportId)
  const submit = () => {
    setAsked(true)
    const written = reasons.trim()
    if (way === 'close' && written !== '') send.mutate({ close: { reasons: written } })
    if (way === 'attach' && name.trim() !== '' && groupNo !== null)
      send.mutate({ attach: { about: { kind: 'person', name: name.trim(), groupNo } } })
  }
  return (
    <Section title={t('find')}>
      <Form onSubmit={submit}>
        <VerdictChoice
          label={t('findAsk')}
          options={ways.map((value) => ({ value, label: t(`find_${value}`) }))}
          value={way}
          isAsked={isAsked}
          onChange={setWay}
        />
        {way !== null && <p className="soft">{t(`willFind_${way}`)}</p>}
        {way === 'attach' && (
          <>
            <TextField
              label={said('name')}
              hint={t('nameOfDoerHint')}
              error={isAsked && name.trim() === '' ? said('nameMissing') : undefined}
              value={name}
              maxLength={60}
              onChange={setName}
            />
            <GroupField
              label={said('group')}
              error={isAsked && groupNo === null ? said('groupMissing') : undefined}
              value={groupNo}
              onChange={setGroupNo}
            />
          </>
        )}
        {way === 'close' && (
          <TextArea
            label={said('reasons')}
            hint={t('closeHint')}
            error={isAsked && reasons.trim() === '' ? said('reasonsMissing') : undefined}
            value={reasons}
            maxLength={1000}
            onChange={setReasons}
          />
        )}
        <ProblemNotice error={send.error} />
        <Button kind="primary" submit wide busy={send.isPending}>
          {way === null ? said('confirm_open') : t(`confirmFind_${way}`)}
        </Button>
      </Form>
    </Section>
  )
}

function useFind(reportId: string) {
  return useCommand(
    (
      found:
        | { attach: Body<'/api/breach-reports/{id}/attach'> }
        | { close: Body<'/api/breach-reports/{id}/close'> },
      idempotencyKey,
    ): Promise<object> =>
      'attach' in found
        ? post('/api/breach-reports/{id}/attach', { id: reportId }, found.attach, {
            idempotencyKey,
          })
        : post('/api/breach-reports/{id}/close', { id: reportId }, found.close, { idempotencyKey }),
  )
}
