import { Button, Tooltip } from '@patternfly/react-core'
import AngleDownIcon from '@patternfly/react-icons/dist/esm/icons/angle-down-icon'
import AngleUpIcon from '@patternfly/react-icons/dist/esm/icons/angle-up-icon'
import type { ReactNode } from 'react'
import { pageSize as pageRows } from '../../engine/resource.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { FaultLine } from '../faults/FaultLine.tsx'
import type { EntityList } from './entityList.ts'

interface TableFooterProps {
  readonly rows: EntityList<unknown>
  /** visible indexes */
  readonly first: number | undefined
  readonly last: number | undefined
  readonly onJump: (index: number) => void
}

/** "1–38 of 100+", a page up, a page down, and why the rows may be old. */
export const TableFooter = ({ rows, first = 0, last = 0, onJump }: TableFooterProps) => {
  const { t } = useText()
  const { number, count } = useFormat()
  const { total, fault, onRefresh } = rows
  const known = total ?? Math.floor(rows.count / pageRows) * pageRows
  const to = total === undefined ? last + 1 : Math.min(last + 1, total)
  return (
    <div className="entity-table__footer">
      <span>{rows.count > 0 && t('table.range', { first: number(first + 1), last: number(to), total: count(Math.max(known, to), total === undefined) })}</span>
      {fault !== undefined && <FaultLine fault={fault} onRetry={onRefresh} />}
      <span className="entity-table__jump" data-feature="shell.action.next-previous-page common.list.paging">
        <JumpButton label={t('table.pageUp')} icon={<AngleUpIcon />} refused={first === 0 ? t('table.atStart') : undefined} onPress={() => onJump(Math.max(0, first - pageRows))} />
        <JumpButton label={t('table.pageDown')} icon={<AngleDownIcon />} refused={total !== undefined && last + 1 >= total ? t('table.atEnd') : undefined} onPress={() => onJump(Math.min(rows.count - 1, first + pageRows))} />
      </span>
    </div>
  )
}

interface JumpButtonProps {
  readonly label: string
  readonly icon: ReactNode
  /** why it cannot be pressed */
  readonly refused: string | undefined
  readonly onPress: () => void
}

const JumpButton = ({ label, icon, refused, onPress }: JumpButtonProps) => {
  const button = <Button variant="plain" size="sm" icon={icon} aria-label={label} isAriaDisabled={refused !== undefined} onClick={onPress} />
  return refused === undefined ? button : <Tooltip content={refused}>{button}</Tooltip>
}
