import { receiptMessages, verifyReceiptText, type ReceiptTrust } from '@azalea/client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { QrCodeIcon } from '@phosphor-icons/react/dist/csr/QrCode'
import { useEffect, useState } from 'react'
import { useParams, useSearchParams } from 'wouter'
import { getText } from '../../app/api.ts'
import { handedOverReceipt, handOverReceipt } from '../../app/handed-over.ts'
import { useT } from '../../ui/i18n.ts'
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
import { cryptoSuite, warmUpCrypto } from './crypto-suite.ts'
import { ReceiptShown } from './receipt-shown.tsx'

/** Larger files are no receipts: one has 48 kB of extra data at most. */
const MOST_BYTES = 200_000

/** The receipt that was scanned or that the address names, or any that the reader brings. */
export function Receipts({ trust, village }: { trust: ReceiptTrust | null; village: string }) {
  const t = useT(receiptMessages)
  const [search] = useSearchParams()
  const { villageId = '' } = useParams()
  const [scanned] = useState(handedOverReceipt)
  useEffect(() => () => handOverReceipt(null), [])
  useWarmCrypto()
  const source = scanned === null ? sourceOf(search, villageId) : { text: scanned }
  if (trust === null) {
    return (
      <Section title={t('receipt')}>
        <p className="soft">{t('noTrust')}</p>
      </Section>
    )
  }
  return source === null ? (
    <ReceiptSection trust={trust} village={village} />
  ) : (
    <NamedReceipt source={source} trust={trust} village={village} />
  )
}

const IDLE_MILLISECONDS = 300

/** So that the first receipt does not pay for what every later one finds ready. */
function useWarmCrypto(): void {
  useEffect(() => {
    const timer = setTimeout(() => void warmUpCrypto().catch(() => undefined), IDLE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [])
}

/** A receipt as text, which one of the reader's own it is, or one that a pack's trace names. */
type Source =
  | { text: string }
  | { award: string }
  | { record: string }
  | { villageId: string; number: string; recordId: string }
  | { villageId: string; adoption: string }

function sourceOf(search: URLSearchParams, villageId: string): Source | null {
  const [award, record, pack] = ['award', 'record', 'pack'].map((name) => search.get(name))
  const adoption = search.get('adoption')
  if (adoption) return { villageId, adoption }
  if (pack && record) return { villageId, number: pack, recordId: record }
  if (award) return { award }
  if (record) return { record }
  return null
}

async function readSource(source: Source): Promise<string> {
  if ('text' in source) return source.text
  if ('adoption' in source) {
    const { villageId, adoption: number } = source
    return getText('/api/villages/{villageId}/adoption-certificates/{number}/receipt', {
      villageId,
      number,
    })
  }
  if ('number' in source)
    return getText('/api/villages/{villageId}/packs/{number}/receipts/{recordId}', source)
  return 'award' in source
    ? getText('/api/awards/{id}/receipt', { id: source.award })
    : getText('/api/me/records/{id}/receipt', { id: source.record })
}

/** A receipt by file, by its QR code, or as text, checked against what this device trusts. */
function ReceiptSection({ trust, village }: { trust: ReceiptTrust; village: string }) {
  const t = useT(receiptMessages)
  const [isScanning, setScanning] = useState(false)
  const [pasted, setPasted] = useState('')
  const check = useMutation({
    mutationFn: async (text: string) => verifyReceiptText(await cryptoSuite(), trust, text),
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

/** Checked at once, without any file in between. */
function NamedReceipt({
  source,
  trust,
  village,
}: {
  source: Source
  trust: ReceiptTrust
  village: string
}) {
  const t = useT(receiptMessages)
  const checked = useQuery({
    queryKey: ['checked-receipt', source, trust.policy, trust.head?.note],
    queryFn: async () => verifyReceiptText(await cryptoSuite(), trust, await readSource(source)),
    refetchOnWindowFocus: false,
  })
  return (
    <Section title={t('receipt')}>
      {checked.isPending && (
        <>
          <Notice>{t('loadingOwn')}</Notice>
          <Skeleton of="text" count={2} />
        </>
      )}
      {checked.isError && (
        <ErrorState error={checked.error} onRetry={() => void checked.refetch()} />
      )}
      {checked.isSuccess && <ReceiptShown report={checked.data} village={village} />}
    </Section>
  )
}
