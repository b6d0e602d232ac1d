import { useState } from 'react'
import { apiPost } from '../../app/api.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useLanguage } from '../../app/settings.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Section } from '../../ui/page.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import type { Imported, ImportPreview } from './household.ts'
import { ImportConflicts } from './import-conflicts.tsx'
import { importMessages } from './import-messages.ts'
import { ImportRemarks } from './import-remarks.tsx'
import { rosterMessages } from './messages.ts'
import { SkippedFile } from './skipped-file.tsx'

const shownChanges = 200

/** What the file would do to the roster, cell by cell where it is wrong; then the confirmation. */
export function ImportPreviewView({
  preview,
  onAnswered,
  onAgain,
  onImported,
}: {
  preview: ImportPreview
  onAnswered: (preview: ImportPreview) => void
  onAgain: () => void
  onImported: (imported: Imported) => void
}) {
  const t = useT(rosterMessages)
  const { importId, summary, errors, remarks, conflicts, proposals, changes } = preview
  const [isSkipping, setSkipping] = useState(false)
  const confirm = useCommand(
    (skipErrors: boolean, idempotencyKey) =>
      apiPost<Imported>(
        `/api/roster/import/${importId}/confirm?skipErrors=${skipErrors}`,
        undefined,
        { idempotencyKey },
      ),
    onImported,
  )
  const isNothing = changes.length === 0 && summary.newHouseholds === 0 && proposals.length === 0
  const isOpen = conflicts.length > 0
  return (
    <>
      <Section title={t('previewTitle')}>
        <Summary summary={summary} />
      </Section>
      <ImportRemarks remarks={remarks} />
      {isOpen && (
        <ImportConflicts importId={importId} conflicts={conflicts} onAnswered={onAnswered} />
      )}
      {isNothing && errors.length === 0 && !isOpen && <p>{t('nothingToDo')}</p>}
      {!isNothing && (
        <div className="stack">
          {errors.length > 0 && (
            <Checkbox
              label={t('skip', { count: summary.faulty })}
              hint={t('skipHint')}
              checked={isSkipping}
              onChange={setSkipping}
            />
          )}
          <ProblemNotice error={confirm.error} />
        </div>
      )}
      <ButtonRow>
        {!isNothing && (
          <Button
            kind="primary"
            busy={confirm.isPending}
            disabled={isOpen || (errors.length > 0 && !isSkipping)}
            onClick={() => confirm.mutate(isSkipping)}
          >
            {t('confirm')}
          </Button>
        )}
        <Button onClick={onAgain}>{t('again')}</Button>
      </ButtonRow>
      {summary.skipped > 0 && <SkippedFile importId={importId} count={summary.skipped} />}
      {errors.length > 0 && <Errors errors={errors} />}
      {proposals.length > 0 && <Proposals proposals={proposals} />}
      {changes.length > 0 && <Changes changes={changes} />}
    </>
  )
}

function Summary({ summary }: { summary: ImportPreview['summary'] }) {
  const t = useT(rosterMessages)
  const format = useFormat()
  const counts = ['rows', 'newHouseholds', 'newPeople', 'changed', 'unchanged', 'faulty'] as const
  return (
    <Stats>
      {counts
        .filter((name) => name !== 'faulty' || summary.faulty > 0)
        .map((name) => (
          <Stat key={name} label={t(name)} value={format.number(summary[name])} />
        ))}
    </Stats>
  )
}

function Errors({ errors }: Pick<ImportPreview, 'errors'>) {
  const t = useT(rosterMessages)
  const language = useLanguage()
  return (
    <Section title={t('errors', { count: errors.length })}>
      <p>{t('errorsHint')}</p>
      <DataTable
        caption={t('errorsCaption')}
        rows={errors}
        rowKey={({ cell, code }) => `${cell} ${code}`}
        columns={[
          { key: 'cell', title: t('errorCell'), cell: ({ cell }) => cell },
          { key: 'column', title: t('errorColumn'), cell: ({ column }) => column },
          {
            key: 'words',
            title: t('errorWords'),
            cell: ({ messageZh, messageEn }) => (language === 'zh' ? messageZh : messageEn),
          },
        ]}
      />
    </Section>
  )
}

const fieldNames = {
  group: 'field_group',
  houseNo: 'field_houseNo',
  head: 'field_head',
  name: 'field_name',
  relation: 'field_relation',
  phone: 'field_phone',
  idNumber: 'field_idNumber',
  birthYear: 'field_birthYear',
} as const

function Proposals({ proposals }: { proposals: ImportPreview['proposals'] }) {
  const t = useT(rosterMessages)
  const u = useT(importMessages)
  return (
    <Section title={u('proposals', { count: proposals.length })}>
      <p>{u('proposalsHint')}</p>
      <DataTable
        caption={u('proposalsCaption')}
        rows={proposals}
        rowKey={({ row, name }) => `${row} ${name}`}
        columns={[
          {
            key: 'who',
            title: t('changeWho'),
            cell: ({ name, groupName, houseNo }) => `${name} · ${groupName} ${houseNo}`,
          },
          {
            key: 'how',
            title: t('changeKind'),
            cell: ({ fields }) => <FieldChanges fields={fields} />,
          },
        ]}
      />
    </Section>
  )
}

function FieldChanges({ fields }: Pick<ImportPreview['changes'][number], 'fields'>) {
  const t = useT(rosterMessages)
  const fieldName = (field: string) =>
    field in fieldNames ? t(fieldNames[field as keyof typeof fieldNames]) : field
  return (
    <>
      {fields
        .map(({ field, from, to }) =>
          t('fieldChange', {
            field: fieldName(field),
            from: from === '' ? t('none') : from,
            to: to === '' ? t('none') : to,
          }),
        )
        .join('；')}
    </>
  )
}

function Changes({ changes }: { changes: ImportPreview['changes'] }) {
  const t = useT(rosterMessages)
  return (
    <Section title={t('changesTitle')}>
      {changes.length >= shownChanges && (
        <p className="soft">{t('changesFirst', { count: changes.length })}</p>
      )}
      <DataTable
        caption={t('changesCaption')}
        rows={changes}
        rowKey={({ row, name }) => `${row} ${name}`}
        columns={[
          {
            key: 'who',
            title: t('changeWho'),
            cell: ({ name, groupName, houseNo }) => `${name} · ${groupName} ${houseNo}`,
          },
          {
            key: 'kind',
            title: t('changeKind'),
            cell: ({ kind, fields }) =>
              kind === 'new' ? t('kind_new') : <FieldChanges fields={fields} />,
          },
        ]}
      />
    </Section>
  )
}
