import { Button } from '@patternfly/react-core'
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon'
import { Suspense, lazy, useRef, useState } from 'react'
import type { ListQuery, Page, Row } from '../../engine/resource.ts'
import { useText } from '../../i18n/text.ts'
import type { Column } from '../column.ts'
import { readAllRows, toCsv } from './exportCsv.ts'

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }))

interface ExportButtonProps<T extends Row> {
  /** file name without ending */
  readonly name: string
  readonly columns: readonly Column<T>[]
  readonly query: ListQuery
  readonly readPage: (query: ListQuery, n: number, signal: AbortSignal) => Promise<Page<T>>
}

const save = (text: string, name: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Saves every match of the list (not only the loaded ones) as CSV in the columns shown, page by page, with progress and cancel. */
export const ExportButton = <T extends Row>({ name, columns, query, readPage }: ExportButtonProps<T>) => {
  const { t } = useText()
  const [state, setState] = useState<{ readonly rows: number; readonly fault?: unknown }>()
  const running = useRef<AbortController>(undefined)

  const onExport = async (): Promise<void> => {
    const control = new AbortController()
    running.current = control
    setState({ rows: 0 })
    try {
      const rows = await readAllRows(readPage, query, control.signal, (count) => setState({ rows: count }))
      for (const { load } of columns) await load?.(rows)
      if (control.signal.aborted) return
      save(toCsv(columns, columns.map(({ id }) => t(id)), rows), `${name}.csv`)
      setState(undefined)
    } catch (fault) {
      if (!control.signal.aborted) setState((now) => ({ rows: now?.rows ?? 0, fault }))
    }
  }
  const onCancel = (): void => {
    running.current?.abort()
    setState(undefined)
  }
  return (
    <>
      <Button variant="plain" icon={<DownloadIcon />} aria-label={t('list.export')} title={t('list.export')} data-feature="common.list.export" onClick={() => void onExport()} />
      {state && <Suspense><ExportDialog rows={state.rows} fault={state.fault} onRetry={() => void onExport()} onClose={onCancel} /></Suspense>}
    </>
  )
}
