import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { useState } from 'react'
import { apiUrl, post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { uploadOf } from '../../app/upload-of.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { useFormat } from '../../ui/format.ts'
import { HouseNumbering } from './house-numbering.tsx'
import type { Imported, ImportPreview } from './household.ts'
import { importMessages } from './import-messages.ts'
import { ImportPreviewView } from './import-preview.tsx'
import { rosterMessages } from './messages.ts'
import { SkippedFile } from './skipped-file.tsx'

/** File, preview, confirmation, result. The preview survives leaving the page; so does nothing else. */
export function ImportPage() {
  const t = useT(rosterMessages)
  const [preview, setPreview, clearPreview] = useDraft<ImportPreview | null>('roster-import', null)
  const [done, setDone] = useState<(Imported & { importId: string }) | null>(null)
  return (
    <Page
      step={
        done !== null ? 'done' : preview === null ? 'file' : `preview ${preview.conflicts.length}`
      }
      wide={preview !== null}
      title={t(done === null ? 'importTitle' : 'doneTitle')}
      {...(done === null ? { lead: t('importLead') } : {})}
      back="/workbench/roster"
    >
      {done !== null && <Result imported={done} />}
      {done === null && preview === null && (
        <>
          <ChooseFile onRead={setPreview} />
          <HouseNumbering />
        </>
      )}
      {done === null && preview !== null && (
        <ImportPreviewView
          preview={preview}
          onAnswered={setPreview}
          onAgain={clearPreview}
          onImported={(imported) => {
            clearPreview()
            setDone({ ...imported, importId: preview.importId })
          }}
        />
      )}
    </Page>
  )
}

function ChooseFile({ onRead }: { onRead: (preview: ImportPreview) => void }) {
  const t = useT(rosterMessages)
  const [file, setFile] = useState<File | null>(null)
  const [isAsked, setAsked] = useState(false)
  const read = useCommand(
    // The sign tells two files apart, which the comparison of intents cannot.
    ({ chosen }: { chosen: File; sign: string }, idempotencyKey) =>
      post('/api/roster/import/preview', {}, uploadOf(chosen), { idempotencyKey }),
    onRead,
  )
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (file === null) return
        const sign = `${file.name} ${file.size} ${file.lastModified}`
        read.mutate({ chosen: file, sign })
      }}
    >
      <FileField
        label={t('file')}
        hint={t('fileHint')}
        accept=".xlsx,.csv"
        error={isAsked && file === null ? t('fileMissing') : undefined}
        onChange={setFile}
      />
      <p>
        <a className="row" href={apiUrl('/api/roster/template')} download>
          <Icon of={DownloadSimpleIcon} />
          {t('template')}
        </a>
      </p>
      <ProblemNotice error={read.error} />
      {read.isPending && <Notice kind="waiting">{t('readingHint')}</Notice>}
      <Button kind="primary" submit wide busy={read.isPending}>
        {read.isPending ? t('reading') : t('read')}
      </Button>
    </Form>
  )
}

function Result({ imported }: { imported: Imported & { importId: string } }) {
  const t = useT(rosterMessages)
  const u = useT(importMessages)
  const format = useFormat()
  return (
    <>
      <Notice kind="done">{t('doneHint')}</Notice>
      <Stats>
        <Stat label={t('newHouseholds')} value={format.number(imported.newHouseholds)} />
        <Stat label={t('newPeople')} value={format.number(imported.newPeople)} />
        <Stat label={t('changed')} value={format.number(imported.changed)} />
      </Stats>
      {imported.proposed > 0 && (
        <Notice
          kind="waiting"
          actions={<LinkButton to="/workbench/sign-in-changes">{u('toChanges')}</LinkButton>}
        >
          {u('proposed', { count: imported.proposed })}
        </Notice>
      )}
      {imported.skipped > 0 && (
        <Notice
          kind="waiting"
          actions={<SkippedFile importId={imported.importId} count={imported.skipped} />}
        >
          {u('skippedHint')}
        </Notice>
      )}
      <LinkButton kind="primary" wide to="/workbench/roster">
        {t('toRoster')}
      </LinkButton>
    </>
  )
}
