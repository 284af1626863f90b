import type { PlacedType } from '../../engine/paths.ts'
import { PermissionsTab } from './PermissionsTab.tsx'

/** The tab for pages of one kind of object. */
export const createPermissionsTab = (type: PlacedType) => {
  const Tab = ({ parentId }: { readonly parentId: string }) => <PermissionsTab type={type} id={parentId} />
  return Tab
}
