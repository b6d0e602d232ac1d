import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { useEffect, useRef, useState } from 'react'
import { useT } from './i18n.ts'
import { Button } from './button.tsx'
import type { DeskListProps } from './list-column.ts'
import { tableMessages } from './table-messages.ts'

type FileState = { kind: 'none' | 'failed' } | { kind: 'reading' | 'saved' | 'cut'; rows: number }

/** Above a table: how many rows, what can be done with the chosen ones, and the file of all. */
export function TableTools<Row>({
  rows,
  list,
  bulk,
  isBeside,
  chosen,
  clear,
  label,
  columns,
}: DeskListProps<Row> & { isBeside: boolean; chosen: readonly Row[]; clear: () => void }) {
  const t = useT(tableMessages)
  useSlashKey()
  const total = list === undefined ? rows.length : list.total
  const hasAny = chosen.length > 0 && bulk !== undefined
  return (
    <div className="desk-table__tools">
      <output className="desk-table__count">
        {total === null
          ? t('countSome', { shown: rows.length })
          : t('count', { shown: rows.length, total })}
        {hasAny && ` · ${t('chosen', { count: chosen.length })}`}
      </output>
      {hasAny && (
        <div className="row">
          {bulk.actions(chosen, clear)}
          <Button kind="quiet" onClick={clear}>
            {t('clear')}
          </Button>
        </div>
      )}
      {!isBeside && <FileButton rows={rows} list={list} label={label} columns={columns} />}
    </div>
  )
}

/** All rows, not only those that are listed, as they may be seen here. */
function FileButton<Row>({
  rows,
  list,
  label,
  columns,
}: Pick<DeskListProps<Row>, 'rows' | 'label' | 'columns'> & { list: DeskListProps<Row>['list'] }) {
  const t = useT(tableMessages)
  const [file, setFile] = useState<FileState>({ kind: 'none' })
  const save = async () => {
    setFile({ kind: 'reading', rows: 0 })
    try {
      const all =
        list === undefined
          ? { rows, isCut: false }
          : await list.readAll((read) => setFile({ kind: 'reading', rows: read }))
      const { saveTable } = await import('./save-table.ts')
      await saveTable(label, columns, all.rows)
      setFile({ kind: all.isCut ? 'cut' : 'saved', rows: all.rows.length })
    } catch {
      setFile({ kind: 'failed' })
    }
  }
  return (
    <div className="desk-table__file">
      <output className="soft small">{sentenceOf(file, t)}</output>
      <Button icon={DownloadSimpleIcon} busy={file.kind === 'reading'} onClick={() => void save()}>
        {t('export')}
      </Button>
    </div>
  )
}

function sentenceOf(file: FileState, t: ReturnType<typeof useT<typeof tableMessages.zh>>): string {
  switch (file.kind) {
    case 'none':
      return ''
    case 'failed':
      return t('exportFailed')
    case 'reading':
      return t('exporting', { rows: file.rows })
    case 'saved':
      return t('exported', { rows: file.rows })
    case 'cut':
      return t('exportedCut', { rows: file.rows })
  }
}

/** A slash leads to the page's search, unless one is writing. */
function useSlashKey(): void {
  const listening = useRef(false)
  useEffect(() => {
    if (listening.current) return undefined
    listening.current = true
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey) return
      if (event.target instanceof Element && event.target.matches('input, select, textarea')) return
      const search = document.querySelector<HTMLElement>('main input[type="search"]')
      if (search === null) return
      event.preventDefault()
      search.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      listening.current = false
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}
