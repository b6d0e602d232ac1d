import { noticeSheetWords } from '@azalea/records'
import { FilePdfIcon } from '@phosphor-icons/react/dist/csr/FilePdf'
import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useParams } from 'wouter'
import { apiUrl } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useSetup } from '../../app/setup.ts'
import { useLanguage } from '../../ui/settings.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { noticeSheetMessages } from './messages.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import './notice-sheet.css'

/** A notice as an A4 sheet to print and hang up; nothing but the sheet is printed. */
export function NoticeSheetPage() {
  const t = useT(noticeSheetMessages)
  const language = useLanguage()
  const { villageId = '', id = '' } = useParams()
  const sheet = useAnswer('/api/villages/{villageId}/notices/{id}', { villageId, id })
  return (
    <div>
      <div className="notice-sheet__tools">
        <Page title={t('tools')} lead={t('hint')} back={`/v/${villageId}/notices/${id}`} wide>
          {sheet.isPending && <Skeleton count={6} />}
          {sheet.isError && <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />}
          {sheet.isSuccess && (
            <ButtonRow>
              <Button kind="primary" icon={PrinterIcon} onClick={() => window.print()}>
                {t('print')}
              </Button>
              <a
                className="row"
                href={apiUrl('/api/villages/{villageId}/notices/{id}/sheet.pdf', {
                  villageId,
                  id,
                  language,
                })}
                download
              >
                <Icon of={FilePdfIcon} />
                {t('pdf')}
              </a>
            </ButtonRow>
          )}
        </Page>
      </div>
      {sheet.isSuccess && <Paper sheet={sheet.data} villageId={villageId} />}
    </div>
  )
}

function Paper({ sheet, villageId }: { sheet: Sheet; villageId: string }) {
  const say = noticeSheetWords[useLanguage()]
  const [from, to] = [say.day(sheet.publishedOn), say.day(sheet.lastDay)]
  const address = useSetup().data?.villages.find((one) => one.villageId === villageId)?.publicUrl
  return (
    <article className="notice-sheet">
      <h1>{say.title(sheet.villageName, say.month(sheet.publishedOn))}</h1>
      <p className="notice-sheet__period">
        {say.serial(sheet.serial)}　{say.period(from, to)}
      </p>
      {sheet.rows.length === 0 ? <p>{say.nothing}</p> : <Table rows={sheet.rows} />}
      <p>
        {say.object(to)}
        {sheet.objectionPhone ?? <span className="notice-sheet__blank" />}
      </p>
      {sheet.rows.some(({ disputed }) => disputed > 0) && <p>{say.disputedNote}</p>}
      {sheet.rows.some(({ corrected }) => corrected > 0) && <p>{say.correctedNote}</p>}
      <p className="notice-sheet__note">{say.total}</p>
      <div className="notice-sheet__foot">
        <div className="notice-sheet__signed">
          {[say.committee, say.supervisors].map((who) => (
            <p key={who}>
              {who}
              <span className="notice-sheet__blank" />
            </p>
          ))}
          <p>
            {sheet.townName}
            {sheet.villageName} {from}
          </p>
          {say.print} <code>{sheet.hash}</code>
        </div>
        <div className="notice-sheet__code">
          {address ? (
            <>
              <QrCode text={`${address}/#/verify/${villageId}`} label={say.verify} />
              {say.verify}
            </>
          ) : (
            say.noAddress
          )}
        </div>
      </div>
    </article>
  )
}

function Table({ rows }: { rows: readonly SheetRow[] }) {
  const say = noticeSheetWords[useLanguage()]
  const format = useFormat()
  const points = (hundredths: number | null) => (hundredths ? format.points(hundredths) : '')
  return (
    <div className="notice-sheet__scroll">
      <table>
        <thead>
          <tr>
            {say.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.no}>
              <td className="notice-sheet__number">{row.no}</td>
              <td>{row.groupName}</td>
              <td>{row.headMasked || say.deductions}</td>
              <td className="notice-sheet__number">{points(row.plusHundredths)}</td>
              <td className="notice-sheet__number">{points(row.minusHundredths)}</td>
              <td className="notice-sheet__number">{points(row.totalHundredths)}</td>
              <td>
                {row.disputed > 0 && <strong>{say.disputed(row.disputed)} </strong>}
                {row.corrected > 0 && (
                  <strong>{say.corrected(row.corrected, serialsOf(row))} </strong>
                )}
                {row.summary}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const serialsOf = ({ correctedOn }: SheetRow) => correctedOn.map(({ serial }) => serial)
