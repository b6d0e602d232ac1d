import { platesMessages } from '@azalea/client'
import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { QrCodeIcon } from '@phosphor-icons/react/dist/csr/QrCode'
import { useAddress, useAddressText, useBeside } from '../../ui/address.ts'
import { useT } from '../../ui/i18n.ts'
import { useListPages, type ListPages } from '../../app/use-list-pages.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { DeskList } from '../../ui/desk-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { ListRow } from '../../ui/list.tsx'
import { Paged } from '../../ui/paged.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { platesAdminMessages } from './messages.ts'
import { kindIcons, kinds, type PlatePage, type PlateRow, type SubjectKind } from './plate.ts'

const sorts = ['kind', 'label', 'group', 'code'] as const

/** All plates of the village, by kind and name unless another order is asked for. */
export function PlateList({ shownCode }: { shownCode?: string }) {
  const t = useT(platesAdminMessages)
  const tPlate = useT(platesMessages)
  const address = useAddress()
  const [search, setSearch] = useAddressText('q')
  const kind = kinds.find((one) => one === address.get('kind')) ?? null
  const q = address.get('q') ?? ''
  const list = useListPages('/api/plates', sorts, { kind, q })
  const isFiltered = kind !== null || q !== ''
  return (
    <div className="stack">
      <div className="columns">
        <SelectField<SubjectKind | 'all'>
          label={t('kind')}
          value={kind ?? 'all'}
          options={[
            { value: 'all', label: t('kindAll') },
            ...kinds.map((value) => ({ value, label: tPlate(`kind_${value}`) })),
          ]}
          onChange={(value) => address.set({ kind: value === 'all' ? null : value })}
        />
        <TextField kind="search" label={t('search')} unmarked value={search} onChange={setSearch} />
      </div>
      <Paged
        pages={list.pages}
        empty={
          <EmptyState
            icon={QrCodeIcon}
            title={t(isFiltered ? 'emptySearch' : 'empty')}
            hint={t(isFiltered ? 'emptySearchHint' : 'emptyHint')}
          />
        }
      >
        {(plates) => <Plates plates={plates} list={list} shownCode={shownCode} />}
      </Paged>
    </div>
  )
}

function Plates({
  plates,
  list,
  shownCode,
}: {
  plates: readonly PlateRow[]
  list: ListPages<PlatePage>
  shownCode: string | undefined
}) {
  const t = useT(platesAdminMessages)
  const beside = useBeside()
  const pathOf = ({ code }: PlateRow) => beside(`/workbench/plates/${code}`)
  return (
    <>
      {shownCode === undefined && (
        <ButtonRow>
          <LinkButton icon={PrinterIcon} to={beside('/print/plates')}>
            {t('print')}
          </LinkButton>
        </ButtonRow>
      )}
      <DeskList
        label={t('title')}
        rows={plates}
        rowKey={({ code }) => code}
        list={list}
        shownKey={shownCode}
        to={pathOf}
        columns={useColumns()}
        bulk={{ actions: (chosen) => <PrintChosen plates={chosen} /> }}
        phone={(plate) => (
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
            to={pathOf(plate)}
          />
        )}
      />
    </>
  )
}

function PrintChosen({ plates }: { plates: readonly PlateRow[] }) {
  const t = useT(platesAdminMessages)
  const query = new URLSearchParams(plates.map(({ code }) => ['code', code]))
  return (
    <LinkButton icon={PrinterIcon} to={`/print/plates?${query.toString()}`}>
      {t('printChosen', { count: plates.length })}
    </LinkButton>
  )
}

function useColumns(): readonly ListColumn<PlateRow>[] {
  const t = useT(platesAdminMessages)
  const tPlate = useT(platesMessages)
  return [
    {
      key: 'label',
      title: t('label'),
      text: ({ label }) => label,
      sort: 'label',
      essential: true,
    },
    {
      key: 'kind',
      title: t('columnKind'),
      text: ({ kind }) => tPlate(`kind_${kind}`),
      sort: 'kind',
    },
    {
      key: 'code',
      title: t('columnCode'),
      text: ({ code }) => code,
      sort: 'code',
      essential: true,
    },
    { key: 'group', title: t('columnGroup'), text: ({ groupName }) => groupName, sort: 'group' },
    { key: 'keeper', title: t('columnKeeper'), text: ({ keeperName }) => keeperName },
  ]
}
