import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Section } from '../../ui/page.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import type { Imported, ImportPreview } from './household.ts'
import { ImportConflicts } from './import-conflicts.tsx'
import { ImportRemarks } from './import-remarks.tsx'
import { ImportChanges, ImportErrors, ImportProposals } from './import-tables.tsx'
import { rosterMessages } from './messages.ts'
import { SkippedFile } from './skipped-file.tsx'

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
      post(
        '/api/roster/import/{importId}/confirm',
        { importId, skipErrors: skipErrors ? 'true' : 'false' },
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
      {errors.length > 0 && <ImportErrors errors={errors} />}
      {proposals.length > 0 && <ImportProposals proposals={proposals} />}
      {changes.length > 0 && <ImportChanges changes={changes} />}
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
