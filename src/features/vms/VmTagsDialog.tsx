import type { ActionDialogProps } from '../../blocks/action.ts'
import { TagsDialog } from '../../blocks/tags/TagsDialog.tsx'
import type { Vm } from '../../domain/vm.ts'
import { vms } from '../../engine/resources/vms.ts'

const tagged = { type: 'vm', parents: vms.parents } as const

/** Tags of the chosen virtual machines. */
export const VmTagsDialog = (props: ActionDialogProps<Vm>) => <TagsDialog placed={tagged} actionId="vm.action.assigntags" dialogId="vm.dialog.tags" {...props} />
