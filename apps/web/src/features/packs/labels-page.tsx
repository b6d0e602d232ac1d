import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useState } from 'react'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Day } from '../../ui/when.tsx'
import { labelMessages } from './label-messages.ts'
import type { Labels } from './packs.ts'
import './labels.css'

const PER_SHEET = 24
const papers = ['a4', 'roll'] as const

/** Labels on A4, twenty-four to a sheet, or one by one on a roll of 60 by 40 mm. */
export function LabelsPage() {
  const t = useT(labelMessages)
  const { number = '' } = useParams()
  const labels = useAnswer('/api/packings/{number}/labels', { number })
  const [paper, setPaper] = useState<(typeof papers)[number]>('a4')
  const isAddressed = labels.data?.packs.every(({ url }) => url !== null) ?? false
  return (
    <div className="labels">
      <div className="labels__tools">
        <Page title={t('title')} lead={number} back="/workbench/packs">
          {labels.isPending && <Skeleton count={3} />}
          {labels.isError && (
            <ErrorState error={labels.error} onRetry={() => void labels.refetch()} />
          )}
          {labels.data !== undefined && !isAddressed && (
            <Notice kind="wrong">{t('noAddress')}</Notice>
          )}
          {labels.data !== undefined && isAddressed && (
            <>
              <Segmented
                label={t('paper')}
                value={paper}
                options={papers.map((one) => ({ value: one, label: t(one) }))}
                onChange={setPaper}
              />
              <p>{t('count', { count: labels.data.packs.length })}</p>
              <ButtonRow>
                <Button kind="primary" icon={PrinterIcon} onClick={() => window.print()}>
                  {t('print')}
                </Button>
              </ButtonRow>
            </>
          )}
        </Page>
      </div>
      {labels.data !== undefined && isAddressed && <Sheets labels={labels.data} paper={paper} />}
    </div>
  )
}

function Sheets({ labels, paper }: { labels: Labels; paper: (typeof papers)[number] }) {
  const perSheet = paper === 'a4' ? PER_SHEET : 1
  const sheets = Array.from({ length: Math.ceil(labels.packs.length / perSheet) }, (_, index) =>
    labels.packs.slice(index * perSheet, (index + 1) * perSheet),
  )
  return (
    <>
      <style>{paper === 'a4' ? A4 : ROLL}</style>
      {sheets.map((sheet) => (
        <ul key={sheet[0]?.number} className={`labels__sheet labels__sheet--${paper}`}>
          {sheet.map((pack) => (
            <Label key={pack.number} labels={labels} pack={pack} />
          ))}
        </ul>
      ))}
    </>
  )
}

const A4 = '@page { size: A4 portrait; margin: 8mm; }'
const ROLL = '@page { size: 60mm 40mm; margin: 0; }'

function Label({ labels, pack }: { labels: Labels; pack: Labels['packs'][number] }) {
  const t = useT(labelMessages)
  const format = useFormat()
  return (
    <li className="labels__label">
      <QrCode text={pack.url ?? ''} label={t('qr', { number: pack.number })} correction="M" />
      <span className="labels__words">
        <strong>{labels.crop}</strong>
        <span>{t('net', { grams: format.number(pack.netGrams) })}</span>
        {labels.bestBefore !== null && (
          <span>
            {t('bestBefore')} <Day day={labels.bestBefore} />
          </span>
        )}
        <span>{labels.villageName}</span>
        <span className="labels__number">{pack.number}</span>
      </span>
    </li>
  )
}
