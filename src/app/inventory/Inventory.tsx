import { Suspense, lazy, useMemo } from 'react'
import type { ComponentType } from 'react'
import { useNavigate } from 'react-router'
import type { ObjectMenu, ObjectMenuProps } from '../../blocks/feature.ts'
import { InventoryTree } from '../../blocks/tree/InventoryTree.tsx'
import type { EntityType } from '../../domain/entity.ts'
import { useText } from '../../i18n/text.ts'
import { features } from '../features.ts'
import { createNodes } from './nodes.tsx'
import { useTreePath } from './useTreePath.ts'

const toLazy = ({ load }: ObjectMenu): ComponentType<ObjectMenuProps> => lazy(async () => ({ default: (await load()).Menu }))
const menus: ReadonlyMap<EntityType, ComponentType<ObjectMenuProps>> = new Map(features.flatMap(({ menus: given = [] }) => given.map((menu) => [menu.type, toLazy(menu)] as const)))

/** The inventory tree: what stands where, in step with the page. */
export const Inventory = () => {
  const { t } = useText()
  const navigate = useNavigate()
  const nodes = useMemo(() => createNodes({
    systemName: t('entity.system'),
    notOnHostName: t('inventory.notOnHost'),
    menu: (type, id, place, onClose) => {
      const Menu = menus.get(type)
      return Menu && <Suspense><Menu id={id} place={place} onClose={onClose} /></Suspense>
    },
    // The dialog is the one of the action; the page of the machine opens it with the host chosen.
    onMigrate: (vmId, hostId) => void navigate(`/vms/${vmId}?do=vm.action.migrate&host=${hostId}`),
  }), [t, navigate])
  const { selectedKey, path } = useTreePath(nodes)
  const roots = useMemo(() => [nodes.system], [nodes])
  return <InventoryTree label={t('frame.inventory')} roots={roots} selectedKey={selectedKey} path={path} find={nodes.find} />
}
