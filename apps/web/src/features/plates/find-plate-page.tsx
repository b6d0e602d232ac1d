import { platesMessages } from '@azalea/client'
import { QrCodeIcon } from '@phosphor-icons/react/dist/csr/QrCode'
import { GroupField } from '../../app/group-field.tsx'
import { usePages } from '../../app/use-pages.ts'
import { useAddress, useAddressText } from '../../ui/address.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { kindIcons } from './kind-icons.ts'
import type { SubjectKind } from './plate-answer.ts'

const kinds = Object.keys(kindIcons) as SubjectKind[]

/** Any plate of one's village by kind, group and name, for whoever does not stand before it. */
export function FindPlatePage() {
  const t = useT(platesMessages)
  const address = useAddress()
  const [search, setSearch] = useAddressText('q')
  const kind = kinds.find((one) => one === address.get('kind')) ?? null
  const group = Number(address.get('group')) || null
  const q = address.get('q') ?? ''
  const pages = usePages('/api/plates', {
    ...(kind === null ? {} : { kind }),
    ...(group === null ? {} : { group }),
    q,
    sort: 'label',
    limit: 50,
  })
  return (
    <Page title={t('find')} back="/rate">
      <div className="columns">
        <SelectField<SubjectKind | 'all'>
          label={t('findKind')}
          value={kind ?? 'all'}
          options={[
            { value: 'all', label: t('findAll') },
            ...kinds.map((value) => ({ value, label: t(`kind_${value}`) })),
          ]}
          onChange={(value) => address.set({ kind: value === 'all' ? null : value })}
        />
        <GroupField
          label={t('findGroup')}
          none={t('findAll')}
          value={group}
          onChange={(groupNo) => address.set({ group: groupNo === null ? null : String(groupNo) })}
        />
      </div>
      <TextField kind="search" label={t('findName')} optional value={search} onChange={setSearch} />
      <Paged
        pages={pages}
        empty={<EmptyState icon={QrCodeIcon} title={t('findNone')} hint={t('findNoneHint')} />}
      >
        {(plates) => (
          <List label={t('find')}>
            {plates.map((plate) => (
              <ListRow
                key={plate.code}
                lead={<Icon of={kindIcons[plate.kind]} />}
                title={plate.label}
                note={
                  <>
                    <span>{t(`kind_${plate.kind}`)}</span>
                    {plate.groupName !== null && <span>{plate.groupName}</span>}
                    <span>{plate.code}</span>
                  </>
                }
                to={`/p/${plate.code}`}
              />
            ))}
          </List>
        )}
      </Paged>
    </Page>
  )
}
