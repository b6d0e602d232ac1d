import { groupOfDoor, OFFICE_HOUSE_NO } from '@azalea/text'
import { useDoor } from '../../app/door.ts'
import { useAddress } from '../../ui/address.ts'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import { useDesktop } from '../../ui/use-desktop.ts'
import { DeskList } from '../../ui/desk-list.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import type { ImportPreview } from './household.ts'
import { importMessages } from './import-messages.ts'
import { rosterMessages } from './messages.ts'
import './roster.css'

type ImportError = ImportPreview['errors'][number]
type Change = ImportPreview['changes'][number]
type Proposal = ImportPreview['proposals'][number]

const shownChanges = 200

export function ImportErrors({ errors }: Pick<ImportPreview, 'errors'>) {
  const t = useT(rosterMessages)
  const u = useT(importMessages)
  const language = useLanguage()
  const wordsOf = ({ messageZh, messageEn }: ImportError) =>
    language === 'zh' ? messageZh : messageEn
  const filter = useFilter(
    'column',
    errors.map(({ column }) => column),
  )
  const columns: readonly ListColumn<ImportError>[] = [
    { key: 'row', title: u('row'), text: rowOf, numeric: true, sort: 'row' },
    {
      key: 'cell',
      title: t('errorCell'),
      text: ({ cell }) => cell,
      cell: ({ cell }) => <span className="import-cell">{cell}</span>,
      sort: 'cell',
    },
    { key: 'column', title: t('errorColumn'), text: ({ column }) => column, sort: 'column' },
    { key: 'words', title: t('errorWords'), text: wordsOf },
  ]
  return (
    <Section title={t('errors', { count: errors.length })}>
      <p>{t('errorsHint')}</p>
      <Filter label={t('errorColumn')} filter={filter} nameOf={(column) => column} />
      <DeskList
        label={t('errorsCaption')}
        rows={errors.filter(({ column }) => filter.lets(column))}
        rowKey={({ cell, code }) => `${cell} ${code}`}
        columns={columns}
        sortName="errorSort"
        phone={(error) => (
          <ListRow
            key={`${error.cell} ${error.code}`}
            title={wordsOf(error)}
            note={
              <>
                <span>{error.cell}</span>
                <span>{error.column}</span>
              </>
            }
          />
        )}
      />
    </Section>
  )
}

/** The row within its own sheet: 3 of 二组!B3. */
function rowOf({ cell }: ImportError): number {
  return Number(/\d+$/.exec(cell)?.[0])
}

export function ImportProposals({ proposals }: Pick<ImportPreview, 'proposals'>) {
  const u = useT(importMessages)
  const fieldsOf = useFieldChanges()
  return (
    <Section title={u('proposals', { count: proposals.length })}>
      <p>{u('proposalsHint')}</p>
      <PeopleOfFile<Proposal>
        label={u('proposalsCaption')}
        rows={proposals}
        howOf={({ fields }) => fieldsOf(fields)}
        sortName="proposalSort"
      />
    </Section>
  )
}

export function ImportChanges({ changes }: Pick<ImportPreview, 'changes'>) {
  const t = useT(rosterMessages)
  const fieldsOf = useFieldChanges()
  const filter = useFilter(
    'kind',
    changes.map(({ kind }) => kind),
  )
  return (
    <Section title={t('changesTitle')}>
      {changes.length >= shownChanges && (
        <p className="soft">{t('changesFirst', { count: changes.length })}</p>
      )}
      <Filter
        label={t('changeKind')}
        filter={filter}
        nameOf={(kind) => t(kind === 'new' ? 'kind_new' : 'changed')}
      />
      <PeopleOfFile<Change>
        label={t('changesCaption')}
        rows={changes.filter(({ kind }) => filter.lets(kind))}
        howOf={({ kind, fields }) => (kind === 'new' ? t('kind_new') : fieldsOf(fields))}
        sortName="changeSort"
      />
    </Section>
  )
}

function PeopleOfFile<Row extends Proposal>({
  label,
  rows,
  howOf,
  sortName,
}: {
  label: string
  rows: readonly Row[]
  howOf: (row: Row) => string
  sortName: string
}) {
  const t = useT(rosterMessages)
  const doorOf = useDoor()
  const columns: readonly ListColumn<Row>[] = [
    { key: 'name', title: t('name'), text: ({ name }) => name, sort: 'name' },
    { key: 'group', title: t('field_group'), text: groupOfDoor, sort: 'group' },
    { key: 'house', title: t('field_houseNo'), text: ({ houseNo }) => houseNo, sort: 'house' },
    { key: 'how', title: t('changeKind'), text: howOf },
  ]
  return (
    <DeskList
      label={label}
      rows={rows}
      rowKey={({ row, name }) => `${row} ${name}`}
      columns={columns}
      sortName={sortName}
      phone={(row) => (
        <ListRow
          key={`${row.row} ${row.name}`}
          title={row.name}
          note={
            <>
              <span>{doorOf(row)}</span>
              <span>{howOf(row)}</span>
            </>
          }
        />
      )}
    />
  )
}

interface ListFilter {
  name: string
  values: readonly string[]
  chosen: string | null
  lets: (value: string) => boolean
}

/** What a list is narrowed to, in the address; what the rows do not have any more narrows nothing. */
function useFilter(name: string, all: readonly string[]): ListFilter {
  const asked = useAddress().get(name)
  const values = [...new Set(all)]
  const chosen = asked !== null && values.includes(asked) ? asked : null
  return { name, values, chosen, lets: (value) => chosen === null || value === chosen }
}

function Filter({
  label,
  filter: { name, values, chosen },
  nameOf,
}: {
  label: string
  filter: ListFilter
  nameOf: (value: string) => string
}) {
  const t = useT(rosterMessages)
  const address = useAddress()
  if (!useDesktop() || values.length < 2) return null
  return (
    <div className="import-filter">
      <SelectField
        label={label}
        value={chosen ?? ''}
        options={[
          { value: '', label: t('allGroups') },
          ...values.map((value) => ({ value, label: nameOf(value) })),
        ]}
        onChange={(value) => address.set({ [name]: value })}
      />
    </div>
  )
}

const fieldNames = {
  group: 'field_group',
  houseNo: 'field_houseNo',
  head: 'field_head',
  name: 'field_name',
  relation: 'field_relation',
  phone: 'field_phone',
  idNumber: 'field_idNumber',
  birthYear: 'field_birthYear',
} as const

/** 手机：199****0002 → 199****0001 */
function useFieldChanges(): (fields: Change['fields']) => string {
  const t = useT(rosterMessages)
  const fieldName = (field: string) =>
    field in fieldNames ? t(fieldNames[field as keyof typeof fieldNames]) : field
  const said = (field: string, value: string) => {
    if (value === '') return t('none')
    return field === 'houseNo' && value === OFFICE_HOUSE_NO ? t('officeOnly') : value
  }
  return (fields) =>
    fields
      .map(({ field, from, to }) =>
        t('fieldChange', {
          field: fieldName(field),
          from: said(field, from),
          to: said(field, to),
        }),
      )
      .join('；')
}
