import { useState } from 'react'
import type { Body } from '@azalea/client'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { VerdictChoice } from '../../ui/verdict-choice.tsx'
import type { Award } from './award.ts'
import { noticesAdminMessages } from './messages.ts'

type Ways = NonNullable<Award['repair']>['ways']

/** The committee has seen that the fault of a deduction is made good; its rule gives points back. */
export function RepairAward({ awardId, ways }: { awardId: string; ways: Ways }) {
  const t = useT(noticesAdminMessages)
  const left = ways.filter(({ repairAwardId }) => repairAwardId === null)
  const [way, setWay] = useState<Ways[number]['way'] | null>(null)
  const [minutes, setMinutes] = useState<number | null>(null)
  const [words, setWords, clear] = useDraft(`repair.${awardId}`, '')
  const [isAsked, setAsked] = useState(false)
  const repair = useCommand(
    (body: Body<'/api/awards/{id}/repairs'>, idempotencyKey) =>
      post('/api/awards/{id}/repairs', { id: awardId }, body, { idempotencyKey }),
    () => {
      clear()
      setWay(null)
      setMinutes(null)
      setAsked(false)
    },
  )
  if (left.length === 0) return null
  if (repair.isSuccess)
    return (
      <Section title={t('repair')}>
        <Finished words={t('repaired')} more={{ label: t('repairOther'), onMore: repair.reset }} />
      </Section>
    )
  const written = words.trim()
  const needsMinutes = way === 'volunteering'
  const submit = () => {
    setAsked(true)
    if (way === null || written === '' || (needsMinutes && minutes === null)) return
    const worked = needsMinutes && minutes !== null ? { minutes } : {}
    repair.mutate({ way, words: written, ...worked })
  }
  return (
    <Section title={t('repair')}>
      <Form onSubmit={submit}>
        <WayFields
          left={left}
          way={way}
          minutes={minutes}
          isAsked={isAsked}
          onWay={setWay}
          onMinutes={setMinutes}
        />
        <TextArea
          label={t('repairWords')}
          error={isAsked && written === '' ? t('repairWordsMissing') : undefined}
          value={words}
          maxLength={1000}
          onChange={setWords}
        />
        <ProblemNotice error={repair.error} />
        <Button submit wide busy={repair.isPending}>
          {t('confirmRepair')}
        </Button>
      </Form>
    </Section>
  )
}

/** In what way it was made good, and what that gives back. */
function WayFields({
  left,
  way,
  minutes,
  isAsked,
  onWay,
  onMinutes,
}: {
  left: Ways
  way: Ways[number]['way'] | null
  minutes: number | null
  isAsked: boolean
  onWay: (way: Ways[number]['way']) => void
  onMinutes: (minutes: number | null) => void
}) {
  const t = useT(noticesAdminMessages)
  const format = useFormat()
  const chosen = left.find((one) => one.way === way)
  return (
    <>
      <VerdictChoice
        label={t('repair')}
        value={way}
        isAsked={isAsked}
        options={left.map((one) => ({ value: one.way, label: t(`repair_${one.way}`) }))}
        onChange={onWay}
      />
      {chosen !== undefined && (
        <p className="soft">
          {t(`willRepair_${chosen.way}`, {
            points: format.points(chosen.restoresHundredths),
            minutes: chosen.minutes ?? 0,
          })}
        </p>
      )}
      {way === 'volunteering' && (
        <NumberField
          label={t('repairMinutes')}
          unit={t('minutes')}
          error={isAsked && minutes === null ? t('repairMinutesMissing') : undefined}
          value={minutes}
          onChange={onMinutes}
        />
      )}
    </>
  )
}
