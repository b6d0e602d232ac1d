import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useState } from 'react'
import { useParams } from 'wouter'
import { apiUrl } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { labelMessages } from './label-messages.ts'

const sheets = ['a4_3x8', 'a4_2x7', 'a4_4x10'] as const
const rolls = ['40x30', '60x40', '70x50'] as const
type LabelPaper = (typeof sheets)[number] | (typeof rolls)[number]
const storages = ['unsaid', 'cool', 'chilled', 'frozen'] as const
type Storage = (typeof storages)[number]

/** Labels on A4 to peel off, or one by one on a roll: a PDF, so that the millimetres are right. */
export function LabelsPage() {
  const t = useT(labelMessages)
  const { number = '' } = useParams()
  const labels = useAnswer('/api/packings/{number}/labels', { number })
  const packs = labels.data?.packs
  const isAddressed = packs?.every(({ url }) => url !== null) ?? false
  return (
    <Page title={t('title')} lead={number} back="/workbench/packs">
      {labels.isPending && <Skeleton count={3} />}
      {labels.isError && <ErrorState error={labels.error} onRetry={() => void labels.refetch()} />}
      {packs !== undefined && !isAddressed && <Notice kind="wrong">{t('noAddress')}</Notice>}
      {packs !== undefined && isAddressed && <Print number={number} count={packs.length} />}
    </Page>
  )
}

const A_FILE = 500

function Print({ number, count }: { number: string; count: number }) {
  const t = useT(labelMessages)
  const [paper, setPaper] = useState<LabelPaper>('a4_3x8')
  const [storage, setStorage] = useState<Storage>('unsaid')
  const files = Array.from({ length: Math.ceil(count / A_FILE) }, (_, at) => at * A_FILE)
  return (
    <>
      <SelectField
        label={t('paper')}
        value={paper}
        options={[
          ...sheets.map((value) => ({ value, label: t(value) })),
          ...rolls.map((value) => ({
            value,
            label: t('roll', { size: value.replace('x', ' × ') }),
          })),
        ]}
        onChange={setPaper}
      />
      <SelectField
        label={t('storage')}
        value={storage}
        options={storages.map((value) => ({ value, label: t(value) }))}
        onChange={setStorage}
      />
      <p>
        {t('count', { count })} · <span className="soft">{t('hint')}</span>
      </p>
      {files.map((after) => (
        <p key={after}>
          <a
            className="button button--primary"
            href={apiUrl('/api/packings/{number}/labels.pdf', {
              number,
              paper,
              after,
              ...(storage === 'unsaid' ? {} : { storage }),
            })}
            target="_blank"
            rel="noreferrer"
          >
            <Icon of={PrinterIcon} />
            {files.length === 1
              ? t('print')
              : t('printFile', { from: after + 1, to: Math.min(count, after + A_FILE) })}
          </a>
        </p>
      ))}
    </>
  )
}
