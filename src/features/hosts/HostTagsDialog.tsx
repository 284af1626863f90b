import type { ActionDialogProps } from '../../blocks/action.ts'
import { TagsDialog } from '../../blocks/tags/TagsDialog.tsx'
import type { Host } from '../../domain/host.ts'
import { hosts } from '../../engine/resources/hosts.ts'

const tagged = { type: 'host', parents: hosts.parents } as const

/** Tags of the chosen hosts. */
export const HostTagsDialog = (props: ActionDialogProps<Host>) => <TagsDialog placed={tagged} actionId="host.action.tags" dialogId="plus.host.dialog.tags" {...props} />
