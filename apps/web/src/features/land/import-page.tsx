import type { Body } from '@azalea/client'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { uploadOf } from '../../app/upload-of.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Finished } from '../../ui/finished.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useArea } from './land.ts'
import { landMessages } from './messages.ts'

type Drawn = Body<'/api/plots'>
type Checked = Awaited<ReturnType<typeof check>>
type Row = Checked['plots'][number] & { readonly at: number }

const check = (file: File, idempotencyKey: string) =>
  post('/api/plots/file', {}, uploadOf(file), { idempotencyKey })

/** Plots from a GeoJSON file: looked at one by one, then drawn in one action. */
export function ImportPage() {
  const t = useT(landMessages)
  const [file, setFile] = useState<File | null>(null)
  const read = useCommand(check)
  const draw = useCommand((body: Drawn, idempotencyKey) =>
    post('/api/plots', {}, body, { idempotencyKey }),
  )
  const rows = (read.data?.plots ?? []).map((row, at) => ({ ...row, at }))
  const fit = rows.filter(({ problem }) => problem === null)
  if (draw.isSuccess)
    return (
      <Page title={t('import')} back="/workbench/plots">
        <Finished
          words={t('imported', { count: String(draw.data.plots.length) })}
          next={<LinkButton to="/workbench/plots">{t('toMap')}</LinkButton>}
        />
      </Page>
    )
  return (
    <Page title={t('import')} lead={t('importHint')} back="/workbench/plots" wide>
      <FileField
        label={t('file')}
        accept=".geojson,.json,application/geo+json"
        onChange={(chosen) => {
          setFile(chosen)
          read.reset()
          draw.reset()
        }}
      />
      <ProblemNotice error={read.error ?? draw.error} />
      {read.data === undefined && (
        <Button
          kind="primary"
          busy={read.isPending}
          onClick={() => file !== null && read.mutate(file)}
        >
          {t('readFile')}
        </Button>
      )}
      {read.data !== undefined && (
        <Section title={t('checked', { fit: String(fit.length), all: String(rows.length) })}>
          {fit.length < rows.length && <Notice kind="waiting">{t('onlyFit')}</Notice>}
          <Rows rows={rows} />
          {fit.length > 0 && (
            <Button
              kind="primary"
              wide
              busy={draw.isPending}
              onClick={() => draw.mutate({ plots: fit.map(drawnOf) })}
            >
              {t('importNow', { count: String(fit.length) })}
            </Button>
          )}
        </Section>
      )}
    </Page>
  )
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const t = useT(landMessages)
  const area = useArea()
  return (
    <DataTable
      caption={t('table')}
      rows={rows}
      rowKey={({ at }) => String(at)}
      columns={[
        { key: 'label', title: t('label'), cell: ({ label }) => label },
        {
          key: 'area',
          title: t('areaHead'),
          numeric: true,
          cell: ({ areaSquareMetres }) => (areaSquareMetres === null ? '' : area(areaSquareMetres)),
        },
        { key: 'problem', title: t('problem'), cell: ({ problem }) => problem ?? t('fits') },
      ]}
    />
  )
}

function drawnOf({ label, groupNo, subjectId, ring, statedSquareMetres, water }: Row) {
  return {
    label,
    kind: 'plot' as const,
    tenure: 'collective' as const,
    ring,
    ...(subjectId === null ? {} : { subjectId }),
    ...(groupNo === null ? {} : { groupNo }),
    ...(statedSquareMetres === null ? {} : { statedSquareMetres }),
    ...(water === null ? {} : { water }),
  }
}
