import { platesMessages } from '@azalea/client'
import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { fieldProblem, ProblemNotice } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { GroupField } from '../../app/group-field.tsx'
import { Page } from '../../ui/page.tsx'
import type { Chosen } from '../../app/search-choice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { KeeperChoice } from './keeper-choice.tsx'
import { platesAdminMessages } from './messages.ts'
import { kinds, type SubjectKind } from './plate.ts'

interface Draft {
  kind: SubjectKind
  label: string
  groupNo: number | null
  keeper: Chosen | null
  story: string
}

interface Body {
  kind: SubjectKind
  label: string
  groupNo?: number
  keeperHouseholdId?: string
  story?: string
}

const empty: Draft = { kind: 'plot', label: '', groupNo: null, keeper: null, story: '' }

/** Enters a plot, yard, post …, which thereby gets its plate. */
export function AddSubjectPage() {
  const t = useT(platesAdminMessages)
  const [code, setCode] = useState<string | null>(null)
  return (
    <Page
      step={code === null ? 'form' : 'added'}
      title={t('addTitle')}
      lead={t('addLead')}
      back="/workbench/plates"
    >
      {code === null ? (
        <AddForm onAdded={setCode} />
      ) : (
        <Finished
          words={t('added', { code })}
          next={
            <LinkButton kind="primary" icon={PrinterIcon} to={`/print/plates?code=${code}`}>
              {t('printOne')}
            </LinkButton>
          }
          more={{ label: t('another'), onMore: () => setCode(null) }}
        />
      )}
    </Page>
  )
}

function AddForm({ onAdded }: { onAdded: (code: string) => void }) {
  const t = useT(platesAdminMessages)
  const tPlate = useT(platesMessages)
  const [draft, setDraft, clear] = useDraft<Draft>('subject', empty)
  const [isAsked, setAsked] = useState(false)
  const add = useCommand(
    (body: Body, idempotencyKey) => post('/api/subjects', {}, body, { idempotencyKey }),
    ({ code }) => {
      clear()
      onAdded(code)
    },
  )
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const isUnnamed = draft.label.trim() === ''
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (!isUnnamed) add.mutate(bodyOf(draft))
      }}
    >
      <SelectField
        label={t('kind')}
        value={draft.kind}
        options={kinds.map((value) => ({ value, label: tPlate(`kind_${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <TextField
        label={t('label')}
        hint={t('labelHint')}
        error={isAsked && isUnnamed ? t('labelMissing') : fieldProblem(add.error, 'label')}
        value={draft.label}
        maxLength={60}
        onChange={(label) => change({ label })}
      />
      <GroupField
        label={t('group')}
        none={t('noGroup')}
        optional
        error={fieldProblem(add.error, 'groupNo')}
        value={draft.groupNo}
        onChange={(groupNo) => change({ groupNo })}
      />
      <KeeperChoice value={draft.keeper} onChange={(keeper) => change({ keeper })} />
      <TextArea
        label={t('story')}
        hint={t('storyHint')}
        optional
        value={draft.story}
        maxLength={2000}
        onChange={(story) => change({ story })}
      />
      <ProblemNotice error={add.error} />
      <Button kind="primary" submit wide busy={add.isPending}>
        {t('confirmAdd')}
      </Button>
    </Form>
  )
}

function bodyOf({ kind, label, groupNo, keeper, story }: Draft): Body {
  return {
    kind,
    label: label.trim(),
    ...(groupNo === null ? {} : { groupNo }),
    ...(keeper === null ? {} : { keeperHouseholdId: keeper.id }),
    ...(story.trim() === '' ? {} : { story: story.trim() }),
  }
}
