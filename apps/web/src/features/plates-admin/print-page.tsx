import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useEffect } from 'react'
import { useSearchParams } from 'wouter'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { usePages } from '../../app/use-pages.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { addressMessages } from './address-messages.ts'
import { platesAdminMessages } from './messages.ts'
import { kinds, type PlateRow } from './plate.ts'
import { QrCodeIcon } from '@phosphor-icons/react/dist/csr/QrCode'
import './print.css'

const perSheet = 6

/** Plates on A4, six to a sheet, to be cut and hung; nothing but the plates is printed. */
export function PrintPage() {
  const t = useT(platesAdminMessages)
  const [params] = useSearchParams()
  const codes = new Set(params.getAll('code'))
  const pages = usePages('/api/plates', {
    kind: kinds.find((one) => one === params.get('kind')),
    group: Number(params.get('group')) || null,
    q: params.get('q') ?? '',
    limit: 100,
  })
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = pages
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage])
  const read = pages.data?.pages.flatMap(({ items }) => items) ?? []
  const plates = codes.size === 0 ? read : read.filter(({ code }) => codes.has(code))
  // One code that leads nowhere is one too many to hang up.
  const isAddressed = plates.every(({ url }) => url !== null)
  const isReading = pages.isPending || hasNextPage
  return (
    <div className="print">
      <div className="print__tools">
        <Page title={t('printTitle')} back="/workbench/plates">
          {isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
          {!isError && isReading && (
            <Progress label={t('printing')} done={read.length} total={read.length + 100} />
          )}
          {!isReading && plates.length === 0 && (
            <EmptyState icon={QrCodeIcon} title={t('notFound')} />
          )}
          {!isReading && plates.length > 0 && !isAddressed && <NoAddress />}
          {!isReading && isAddressed && plates.length > 0 && (
            <>
              <p>
                {t('printCount', { count: plates.length })} · {t('printHint', { count: perSheet })}
              </p>
              <ButtonRow>
                <Button kind="primary" icon={PrinterIcon} onClick={() => window.print()}>
                  {t('printNow')}
                </Button>
                <LinkButton to="/workbench/plates">{t('title')}</LinkButton>
              </ButtonRow>
            </>
          )}
        </Page>
      </div>
      {!isReading && isAddressed && <Sheets plates={plates} />}
    </div>
  )
}

/** Why nothing is printed, and who can change that. */
function NoAddress() {
  const t = useT(addressMessages)
  const { session } = useSession()
  const maySay = hasRole(session, ['operator'])
  return (
    <>
      <Notice kind="wrong">
        <strong>{t('missingTitle')}</strong>
        <br />
        {t('missing')} {!maySay && t('missingAsk')}
      </Notice>
      {maySay && (
        <LinkButton kind="primary" to="/workbench/plates/address">
          {t('title')}
        </LinkButton>
      )}
    </>
  )
}

function Sheets({ plates }: { plates: readonly PlateRow[] }) {
  const t = useT(platesAdminMessages)
  const villageName = useSession().session?.village.name ?? ''
  const sheets = Array.from({ length: Math.ceil(plates.length / perSheet) }, (_, index) =>
    plates.slice(index * perSheet, (index + 1) * perSheet),
  )
  return (
    <>
      {sheets.map((sheet) => (
        <ul key={sheet[0]?.code} className="print__sheet">
          {sheet.map(({ code, kind, label, url }) => (
            <li key={code} className="print__plate">
              <span className="print__village">{villageName}</span>
              <QrCode text={url ?? ''} label={t('qr', { label })} correction="Q" />
              <strong className="print__label">{label}</strong>
              <span className="print__code">{code}</span>
              <span className="print__scan">{t(kind === 'post' ? 'scanPost' : 'scanMe')}</span>
            </li>
          ))}
        </ul>
      ))}
    </>
  )
}
