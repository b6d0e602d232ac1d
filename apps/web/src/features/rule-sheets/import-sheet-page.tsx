import type { Translate } from '@azalea/client'
import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { useState } from 'react'
import { apiUrl, post } from '../../app/api.ts'
import { uploadOf } from '../../app/upload-of.ts'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ruleSheetsMessages } from './messages.ts'
import type { SheetImported } from './sheet.ts'

/** A file becomes a draft, or a list of what is wrong with it. */
export function ImportSheetPage() {
  const t = useT(ruleSheetsMessages)
  const [file, setFile] = useState<File | null>(null)
  const [isAsked, setAsked] = useState(false)
  const read = useCommand(
    // The sign tells two files apart, which the comparison of intents cannot.
    ({ chosen }: { chosen: File; sign: string }, idempotencyKey) =>
      post('/api/rule-sheets/import', {}, uploadOf(chosen), { idempotencyKey }),
  )
  const submit = () => {
    setAsked(true)
    if (file === null) return
    read.mutate({ chosen: file, sign: `${file.name} ${file.size} ${file.lastModified}` })
  }
  return (
    <Page title={t('importTitle')} lead={t('importLead')} back="/workbench/rules">
      {read.data !== undefined && <Outcome imported={read.data} />}
      {(read.data?.ruleSheetId ?? null) === null && (
        <Form onSubmit={submit}>
          <FileField
            label={t('file')}
            hint={t('fileHint')}
            accept=".json,.xlsx"
            error={isAsked && file === null ? t('fileMissing') : undefined}
            onChange={setFile}
          />
          <p>
            <a className="row" href={apiUrl('/api/rule-sheets/template')} download>
              <Icon of={DownloadSimpleIcon} />
              {t('template')}
            </a>
          </p>
          <ProblemNotice error={read.error} />
          <Button kind="primary" submit wide busy={read.isPending}>
            {t('read')}
          </Button>
        </Form>
      )}
    </Page>
  )
}

function Outcome({ imported: { ruleSheetId, items, problems } }: { imported: SheetImported }) {
  const t = useT(ruleSheetsMessages)
  const language = useLanguage()
  if (ruleSheetId !== null) {
    return (
      <>
        <Notice kind="done">
          {t('drafted', { count: items })} {t('draftNext')}
        </Notice>
        <LinkButton kind="primary" wide to={`/workbench/rules/${ruleSheetId}`}>
          {t('seeDraft')}
        </LinkButton>
      </>
    )
  }
  return (
    <Section title={t('problems', { count: problems.length })}>
      <p>{t('problemsHint')}</p>
      <DataTable
        caption={t('problemsCaption')}
        rows={problems}
        rowKey={({ path, code }) => `${path} ${code}`}
        columns={[
          { key: 'path', title: t('problemWhere'), cell: ({ path }) => placeInFile(path, t) },
          {
            key: 'words',
            title: t('problemWords'),
            cell: ({ messageZh, messageEn }) => (language === 'zh' ? messageZh : messageEn),
          },
        ]}
      />
    </Section>
  )
}

/** Where a workbook holds it; what a file of another kind holds is named by the sentence itself. */
function placeInFile(path: string, t: Translate<'placeRow' | 'placeCell' | 'placeSheet'>): string {
  const [, sheet = '', letter = '', row = ''] = /^([^/!]+)(?:!([A-Z?]*)(\d*).*)?$/u.exec(path) ?? []
  if (sheet === '') return ''
  if (row === '') return t('placeSheet', { sheet })
  return letter === '' || letter === '?'
    ? t('placeRow', { sheet, row })
    : t('placeCell', { sheet, cell: `${letter}${row}` })
}
