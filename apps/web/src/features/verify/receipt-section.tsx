import { useMutation, useQuery } from '@tanstack/react-query'
import { QrCodeIcon } from '@phosphor-icons/react/dist/csr/QrCode'
import { useState } from 'react'
import { apiFetch, apiUrl } from '../../app/api.ts'
import { useT } from '../../app/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { CameraView } from '../../ui/camera-view.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { PhotoOfCode } from '../../ui/photo-of-code.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { openCryptoSuite } from './crypto-suite.ts'
import { verifyMessages } from './messages.ts'
import { ReceiptShown } from './receipt-shown.tsx'
import { verifyReceiptText, type ReceiptTrust } from './verify-receipt.ts'

/** Larger files are no receipts: one has 48 kB of extra data at most. */
const MOST_BYTES = 200_000

/** A receipt by file, by its QR code, or as text, checked against what this device trusts. */
export function ReceiptSection({ trust, village }: { trust: ReceiptTrust; village: string }) {
  const t = useT(verifyMessages)
  const [isScanning, setScanning] = useState(false)
  const [pasted, setPasted] = useState('')
  const check = useMutation({
    mutationFn: async (text: string) => verifyReceiptText(await openCryptoSuite(), trust, text),
  })
  const read = (text: string) => {
    setScanning(false)
    check.mutate(text)
  }
  const readFile = async (file: File | null) => {
    if (file !== null) read(await file.slice(0, MOST_BYTES).text())
  }
  return (
    <Section title={t('receipt')}>
      <p className="soft">{t('receiptLead')}</p>
      {check.data !== undefined && <ReceiptShown report={check.data} village={village} />}
      <ProblemNotice error={check.error} />
      <FileField
        label={t('file')}
        accept=".tlog-proof,text/plain"
        unmarked
        onChange={(file) => void readFile(file)}
      />
      <div className="outdent">
        <Button kind="quiet" icon={QrCodeIcon} onClick={() => setScanning(!isScanning)}>
          {t(isScanning ? 'stopScan' : 'scan')}
        </Button>
      </div>
      {isScanning && (
        <>
          <CameraView hint={t('scanHint')} onRead={read} />
          <PhotoOfCode onRead={read} />
        </>
      )}
      <Form onSubmit={() => read(pasted)}>
        <TextArea label={t('paste')} unmarked value={pasted} onChange={setPasted} />
        <Button submit disabled={pasted.trim() === ''} busy={check.isPending}>
          {t('check')}
        </Button>
      </Form>
    </Section>
  )
}

/** The reader's own receipt, fetched and checked without any file in between. */
export function OwnReceipt({
  path,
  trust,
  village,
}: {
  path: string
  trust: ReceiptTrust
  village: string
}) {
  const t = useT(verifyMessages)
  const own = useQuery({
    queryKey: ['own-receipt', path],
    queryFn: async () => {
      const address = new URL(apiUrl(path), location.href)
      const answer = await apiFetch(new Request(address, { credentials: 'include' }))
      return verifyReceiptText(await openCryptoSuite(), trust, await answer.text())
    },
    refetchOnWindowFocus: false,
  })
  return (
    <Section title={t('receipt')}>
      {own.isPending && (
        <>
          <Notice>{t('loadingOwn')}</Notice>
          <Skeleton of="text" count={2} />
        </>
      )}
      {own.isError && <ErrorState error={own.error} onRetry={() => void own.refetch()} />}
      {own.isSuccess && <ReceiptShown report={own.data} village={village} />}
    </Section>
  )
}
