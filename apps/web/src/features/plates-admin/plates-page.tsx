import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { QrCodeIcon } from '@phosphor-icons/react/dist/csr/QrCode'
import { useDeferredValue } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../app/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { usePages } from '../../app/use-pages.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { platesAdminMessages } from './messages.ts'
import { kindIcons, kinds, type PlatePage, type PlateRow, type SubjectKind } from './plate.ts'

/** All plates of the village, by kind and name. */
export function PlatesPage() {
  const t = useT(platesAdminMessages)
  const { session } = useSession()
  const [params] = useSearchParams()
  const [, navigate] = useLocation()
  const [search, setSearch] = useDraft('plate-search', '')
  const q = useDeferredValue(search.trim())
  const kind = kinds.find((one) => one === params.get('kind')) ?? 'all'
  const mayAdd = hasRole(session, ['committee', 'technician'])
  return (
    <Page
      title={t('title')}
      back="/workbench"
      {...(mayAdd
        ? {
            actions: (
              <LinkButton to="/workbench/plates/new" icon={PlusIcon}>
                {t('add')}
              </LinkButton>
            ),
          }
        : {})}
    >
      <div className="stack">
        <div className="columns">
          <SelectField<SubjectKind | 'all'>
            label={t('kind')}
            value={kind}
            options={[
              { value: 'all', label: t('kindAll') },
              ...kinds.map((value) => ({ value, label: t(`kind_${value}`) })),
            ]}
            onChange={(value) =>
              navigate(value === 'all' ? '/workbench/plates' : `/workbench/plates?kind=${value}`, {
                replace: true,
              })
            }
          />
          <TextField
            kind="search"
            label={t('search')}
            optional
            value={search}
            onChange={setSearch}
          />
        </div>
        <PlateList kind={kind} q={q} />
      </div>
    </Page>
  )
}

function PlateList({ kind, q }: { kind: SubjectKind | 'all'; q: string }) {
  const t = useT(platesAdminMessages)
  const only = kind === 'all' ? null : kind
  const pages = usePages<PlatePage>('/api/plates', { kind: only, q, limit: 50 })
  const isFiltered = only !== null || q !== ''
  const query = new URLSearchParams({ ...(only === null ? {} : { kind: only }), q })
  return (
    <Paged<PlateRow, PlatePage>
      pages={pages}
      empty={
        <EmptyState
          icon={QrCodeIcon}
          title={t(isFiltered ? 'emptySearch' : 'empty')}
          hint={t(isFiltered ? 'emptySearchHint' : 'emptyHint')}
        />
      }
    >
      {(plates) => (
        <>
          <ButtonRow>
            <LinkButton icon={PrinterIcon} to={`/print/plates?${query.toString()}`}>
              {t('print')}
            </LinkButton>
          </ButtonRow>
          <List label={t('title')}>
            {plates.map((plate) => (
              <ListRow
                key={plate.code}
                lead={<Icon of={kindIcons[plate.kind]} />}
                title={plate.label}
                note={
                  <>
                    <span>{t('code', { code: plate.code })}</span>
                    {plate.groupName !== null && <span>{plate.groupName}</span>}
                    {plate.keeperName !== null && (
                      <span>{t('keeper', { name: plate.keeperName })}</span>
                    )}
                  </>
                }
                to={`/workbench/plates/${plate.code}`}
              />
            ))}
          </List>
        </>
      )}
    </Paged>
  )
}
