import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import type { ImportPreview } from './household.ts'
import { importMessages } from './import-messages.ts'

type Conflict = ImportPreview['conflicts'][number]
type Choice = Conflict['choices'][number]

/** So many stand on the page at a time; the next ones follow the answers. */
const SHOWN = 50
/** As many of these tell that houses are numbered for each group. */
const LIKELY_PER_GROUP = 3

/** What the file cannot prove: one household or two, one person or two. Nothing is chosen beforehand. */
export function ImportConflicts({
  importId,
  conflicts,
  onAnswered,
}: {
  importId: string
  conflicts: readonly Conflict[]
  onAnswered: (preview: ImportPreview) => void
}) {
  const t = useT(importMessages)
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const answer = useCommand(
    (answers: readonly { conflictId: string; choice: Choice }[], idempotencyKey) =>
      post('/api/roster/import/{importId}/answers', { importId }, { answers }, { idempotencyKey }),
    onAnswered,
  )
  const shown = conflicts.slice(0, SHOWN)
  const answers = shown.flatMap(({ conflictId }) => {
    const choice = choices[conflictId]
    return choice === undefined ? [] : [{ conflictId, choice }]
  })
  const elsewhere = conflicts.filter(({ kind }) => kind === 'household_elsewhere').length
  return (
    <Section title={t('conflicts', { count: conflicts.length })}>
      <p>{t('conflictsHint')}</p>
      {elsewhere >= LIKELY_PER_GROUP && <Notice>{t('likelyPerGroup')}</Notice>}
      {shown.map((conflict) => (
        <Question
          key={conflict.conflictId}
          conflict={conflict}
          choice={choices[conflict.conflictId] ?? ''}
          onChoose={(choice) =>
            setChoices((before) => ({ ...before, [conflict.conflictId]: choice }))
          }
        />
      ))}
      {conflicts.length > SHOWN && <p className="soft">{t('conflictsMore', { count: SHOWN })}</p>}
      <ProblemNotice error={answer.error} />
      <div>
        <Button
          kind="primary"
          busy={answer.isPending}
          disabled={answers.length === 0}
          onClick={() => answer.mutate(answers)}
        >
          {answers.length === 0 ? t('answerFirst') : t('takeAnswers', { count: answers.length })}
        </Button>
      </div>
    </Section>
  )
}

function Question({
  conflict,
  choice,
  onChoose,
}: {
  conflict: Conflict
  choice: Choice | ''
  onChoose: (choice: Choice) => void
}) {
  const t = useT(importMessages)
  const language = useLanguage()
  return (
    <SelectField
      label={language === 'zh' ? conflict.messageZh : conflict.messageEn}
      placeholder={t('chooseAnswer')}
      value={choice}
      options={conflict.choices.map((one) => ({ value: one, label: t(`choice_${one}`) }))}
      onChange={onChoose}
    />
  )
}
