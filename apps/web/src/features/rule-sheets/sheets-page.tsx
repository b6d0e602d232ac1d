import { civilDay } from '@azalea/client'
import { BooksIcon } from '@phosphor-icons/react/dist/csr/Books'
import { UploadSimpleIcon } from '@phosphor-icons/react/dist/csr/UploadSimple'
import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { serverNow } from '../../app/server-clock.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { DeskList } from '../../ui/desk-list.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { ruleSheetsMessages } from './messages.ts'
import { inForceOf, type SheetRow } from './sheet.ts'

/** The sheet in force, and all versions. */
export function SheetsPage() {
  const t = useT(ruleSheetsMessages)
  const { session } = useSession()
  const sheets = useAnswer('/api/rule-sheets')
  return (
    <Page
      wide
      title={t('title')}
      back="/workbench"
      {...(hasRole(session, ['committee', 'operator'])
        ? {
            actions: (
              <>
                <LinkButton to="/workbench/rules/begin" icon={BooksIcon}>
                  {t('begin')}
                </LinkButton>
                <LinkButton to="/workbench/rules/import" icon={UploadSimpleIcon}>
                  {t('import')}
                </LinkButton>
              </>
            ),
          }
        : {})}
    >
      {sheets.isPending && <Skeleton count={4} />}
      {sheets.isError && <ErrorState error={sheets.error} onRetry={() => void sheets.refetch()} />}
      {sheets.isSuccess && <Shown rows={sheets.data.items} />}
    </Page>
  )
}

function Shown({ rows }: { rows: readonly SheetRow[] }) {
  const t = useT(ruleSheetsMessages)
  const inForce = inForceOf(rows, civilDay(serverNow()))
  return (
    <>
      <Section title={t('inForce')}>
        {inForce === undefined ? (
          <Notice kind="waiting">{t('inForceNone')}</Notice>
        ) : (
          <Rows label={t('inForce')} rows={[inForce]} />
        )}
      </Section>
      <Section title={t('versions')}>
        {rows.length === 0 && <p className="soft">{t('versionsEmpty')}</p>}
        {rows.length > 0 && <Rows label={t('versions')} rows={rows} />}
      </Section>
    </>
  )
}

function Rows({ label, rows }: { label: string; rows: readonly SheetRow[] }) {
  const t = useT(ruleSheetsMessages)
  const format = useFormat()
  const columns = useColumns()
  return (
    <DeskList
      label={label}
      rows={rows}
      rowKey={({ ruleSheetId }) => ruleSheetId}
      to={({ ruleSheetId }) => `/workbench/rules/${ruleSheetId}`}
      columns={columns}
      sortName={rows.length === 1 ? 'none' : 'sort'}
      phone={({ ruleSheetId, version, state, effectiveFrom, title, draftedByMe }) => (
        <ListRow
          key={ruleSheetId}
          title={title}
          note={
            <>
              <span>{t('version', { version })}</span>
              {state === 'adopted' && <span>{t('from', { day: format.day(effectiveFrom) })}</span>}
              {state === 'draft' && draftedByMe && <span>{t('draftedByMe')}</span>}
            </>
          }
          end={
            <StateBadge tone={state === 'adopted' ? 'done' : 'waiting'}>
              {t(`state_${state}`)}
            </StateBadge>
          }
          to={`/workbench/rules/${ruleSheetId}`}
        />
      )}
    />
  )
}

function useColumns(): readonly ListColumn<SheetRow>[] {
  const t = useT(ruleSheetsMessages)
  const format = useFormat()
  return [
    { key: 'title', title: t('columnTitle'), text: ({ title }) => title, sort: 'title' },
    {
      key: 'version',
      title: t('columnVersion'),
      text: ({ version }) => version,
      numeric: true,
      sort: 'version',
    },
    {
      key: 'from',
      title: t('columnFrom'),
      text: ({ state, effectiveFrom }) => (state === 'adopted' ? effectiveFrom : null),
      cell: ({ state, effectiveFrom }) => (state === 'adopted' ? format.day(effectiveFrom) : '–'),
      sort: 'from',
    },
    {
      key: 'state',
      title: t('columnState'),
      text: ({ state }) => t(`state_${state}`),
      cell: ({ state }) => (
        <StateBadge tone={state === 'adopted' ? 'done' : 'waiting'}>
          {t(`state_${state}`)}
        </StateBadge>
      ),
      sort: 'state',
    },
  ]
}
