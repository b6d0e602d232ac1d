import { Suspense, type ReactNode } from 'react'
import { useAddress } from './address.ts'
import { lazyPage } from './lazy-page.tsx'
import { useDesktop } from './use-desktop.ts'
import type { DeskListProps } from './list-column.ts'
import { List } from './list.tsx'
import { Skeleton } from './skeleton.tsx'

const DeskTable = lazyPage(() => import('./desk-table.tsx').then((m) => m.DeskTable))

/** Rows on a phone; at a desk a table that one orders, chooses from and takes along as a file. */
export function DeskList<Row>({
  phone,
  ...props
}: DeskListProps<Row> & {
  /** One row as a phone shows it: a `ListRow` with its key. */
  phone: (row: Row) => ReactNode
}) {
  const isDesktop = useDesktop()
  const address = useAddress()
  if (!isDesktop) return <List label={props.label}>{props.rows.map(phone)}</List>
  const name = props.sortName ?? 'sort'
  return (
    <Suspense fallback={<Skeleton count={5} />}>
      <DeskTable
        {...(props as unknown as DeskListProps<unknown>)}
        sort={props.list?.sort ?? address.get(name) ?? ''}
        onSort={(next) => address.set({ [name]: next })}
      />
    </Suspense>
  )
}
