import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { useState } from 'react'
import { apiUrl, post } from '../../app/api.ts'
import { uploadOf } from '../../app/upload-of.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { inputDeskMessages } from './desk-messages.ts'

/** A workbook becomes a proposed list, or a list of what is wrong with it. */
export function ImportList() {
  const t = useT(inputDeskMessages)
  const [file, setFile] = useState<File | null>(null)
  const [isAsked, setAsked] = useState(false)
  const read = useCommand(
    // The sign tells two files apart, which the comparison of intents cannot.
    ({ chosen }: { chosen: File; sign: string }, idempotencyKey) =>
      post('/api/approved-lists/import', {}, uploadOf(chosen), { idempotencyKey }),
  )
  const submit = () => {
    setAsked(true)
    if (file === null) return
    read.mutate({ chosen: file, sign: `${file.name} ${file.size} ${file.lastModified}` })
  }
  const problems = read.data?.problems ?? []
  return (
    <Section title={t('import')}>
      <p className="soft">{t('importLead')}</p>
      {read.data !== undefined && problems.length === 0 && (
        <Notice kind="done">{t('imported', { count: read.data.lines })}</Notice>
      )}
      {problems.length > 0 && (
        <Notice kind="wrong">
          {t('problems', { count: problems.length })}
          <ul>
            {problems.slice(0, 20).map(({ at, message }) => (
              <li key={`${at} ${message}`}>
                {at} {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Form onSubmit={submit}>
        <p>
          <a className="row" href={apiUrl('/api/approved-lists/form.xlsx')} download>
            <Icon of={DownloadSimpleIcon} />
            {t('form')}
          </a>
        </p>
        <FileField
          label={t('file')}
          accept=".xlsx"
          error={isAsked && file === null ? t('fileMissing') : undefined}
          onChange={setFile}
        />
        <ProblemNotice error={read.error} />
        <Button submit wide busy={read.isPending}>
          {t('read')}
        </Button>
      </Form>
    </Section>
  )
}
