import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CodeCell, SizeCell } from '../../blocks/cells/cells.tsx'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import type { Column } from '../../blocks/column.ts'
import { SubList } from '../../blocks/detail/SubList.tsx'
import { StatusLabel } from '../../blocks/status/StatusIcon.tsx'
import type { DiskAttachment } from '../../domain/disk.ts'
import { nameNow } from '../../engine/names.ts'
import { vmDiskAttachments } from '../../engine/resources/disks.ts'
import { useText } from '../../i18n/text.ts'
import { StorageTypeWord } from './StorageTypeWord.tsx'

const placed = { type: 'disk_attachment' } as const
const kindOfStatus = { ok: 'up', locked: 'locked', illegal: 'error' } as const
const isKnown = (word: string): word is keyof typeof kindOfStatus => word in kindOfStatus

const DiskStatus = ({ word }: { readonly word: string }) => <StatusLabel status={{ type: 'disk', kind: isKnown(word) ? kindOfStatus[word] : 'unknown', word }} />

const columns: readonly Column<DiskAttachment>[] = [
  { id: 'vm.disk.alias', value: ({ disk, name, id }) => disk?.name ?? (name || id), pinned: true, sortLoaded: true, widthPx: 200 },
  { id: 'vm.disk.active', value: ({ active }) => active, sortLoaded: true, widthPx: 110 },
  { id: 'vm.disk.bootable', value: ({ bootable }) => bootable, sortLoaded: true, widthPx: 120 },
  { id: 'vm.disk.shareable', value: ({ disk }) => disk?.shareable, sortLoaded: true, widthPx: 120 },
  { id: 'vm.disk.readOnly', value: ({ readOnly }) => readOnly, sortLoaded: true, widthPx: 120 },
  { id: 'vm.disk.virtualSize', value: ({ disk }) => disk?.provisionedBytes, cell: ({ disk }) => <SizeCell bytes={disk?.provisionedBytes} />, sortLoaded: true, align: 'end', widthPx: 120 },
  { id: 'vm.disk.actualSize', value: ({ disk }) => disk?.actualBytes, cell: ({ disk }) => <SizeCell bytes={disk?.actualBytes} />, sortLoaded: true, align: 'end', widthPx: 120 },
  {
    id: 'vm.disk.domain', value: ({ disk }) => disk?.storageDomains.map((domain) => nameNow('storage_domain', domain)).join(' '),
    cell: ({ disk }) => disk?.storageDomains.map((domain) => <RefCell key={domain.id} type="storage_domain" to={domain} />),
  },
  { id: 'vm.disk.type', value: ({ disk }) => disk?.storageType, cell: ({ disk }) => disk && <StorageTypeWord type={disk.storageType} />, sortLoaded: true, widthPx: 120 },
  { id: 'vm.disk.interface', value: (attachment) => attachment.interface, cell: (attachment) => <CodeCell>{attachment.interface}</CodeCell>, sortLoaded: true, widthPx: 120 },
  { id: 'vm.disk.status', value: ({ disk }) => disk?.status, cell: ({ disk }) => disk?.status !== undefined && <DiskStatus word={disk.status} />, sortLoaded: true, widthPx: 110 },
  { id: 'vm.disk.logicalName', value: ({ logicalName }) => logicalName, cell: ({ logicalName }) => <CodeCell>{logicalName}</CodeCell>, sortLoaded: true, widthPx: 120 },
  { id: 'vm.disk.description', value: ({ disk }) => disk?.description, sortLoaded: true },
  { id: 'vm.disk.id', value: ({ id }) => id, cell: ({ id }) => <CodeCell>{id}</CodeCell>, hidden: true, widthPx: 300 },
  { id: 'vm.disk.lunId', value: ({ disk }) => disk?.lun?.id, cell: ({ disk }) => <CodeCell>{disk?.lun?.id}</CodeCell>, hidden: true, widthPx: 260 },
  { id: 'vm.disk.lunSerial', value: ({ disk }) => disk?.lun?.serial, hidden: true },
  { id: 'vm.disk.lunVendor', value: ({ disk }) => disk?.lun?.vendor, hidden: true },
  { id: 'vm.disk.lunProduct', value: ({ disk }) => disk?.lun?.product, hidden: true },
]

const kinds = ['all', 'image', 'lun', 'managed_block_storage'] as const

/** Disks of a VM, of one kind or of all. */
export const Tab = ({ parentId }: { readonly parentId: string }) => {
  const { t } = useText()
  const [kind, setKind] = useState<(typeof kinds)[number]>('all')
  const result = useQuery({
    ...vmDiskAttachments(parentId),
    select: (attachments: readonly DiskAttachment[]) => (kind === 'all' ? attachments : attachments.filter(({ disk }) => disk?.storageType === kind)),
  })
  const filter = (
    <ToggleGroup isCompact aria-label={t('vm.disk.type')}>
      {kinds.map((choice) => <ToggleGroupItem key={choice} buttonId={`disks-${choice}`} text={t(`vm.disk.type.${choice}`)} isSelected={kind === choice} onChange={() => setKind(choice)} />)}
    </ToggleGroup>
  )
  return <SubList id="vm.tab.disks" title="vm.tab.disks" placed={placed} columns={columns} result={result} tools={filter} none="vm.disk.none" />
}
