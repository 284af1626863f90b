/** Words of the permissions tab. */
export const words = {
  'permission.list.main': 'Permissions',
  'permission.filter': 'Permissions shown',
  'permission.filter.all': 'All',
  'permission.filter.direct': 'Direct only',
  'permission.column.type': 'Kind',
  'permission.column.user': 'User or group',
  'permission.column.authz': 'Authorization provider',
  'permission.column.namespace': 'Namespace',
  'permission.column.role': 'Role',
  'permission.column.inherited': 'Inherited from',
  'permission.inherited': '{{type}} ({{name}})',
  'permission.everyone': 'Everyone',
  'permission.held': '{{name}}: {{role}}',
  'permission.action.add': 'Add permission',
  'permission.action.add.question': 'Add permissions',
  'permission.action.add.do_one': 'Add {{count}} permission',
  'permission.action.add.do_other': 'Add {{count}} permissions',
  'permission.action.remove': 'Remove permission',
  'permission.action.remove.question_one': 'Remove {{count}} permission?',
  'permission.action.remove.question_other': 'Remove {{count}} permissions?',
  'permission.action.remove.consequence': 'Whoever has no other role on the object loses access to it.',
  'permission.action.remove.do_one': 'Remove {{count}} permission',
  'permission.action.remove.do_other': 'Remove {{count}} permissions',
  'permission.action.remove.refused': 'Inherited: remove it from the object it was given on',
  'permission.action.remove.refused.system': 'Inherited from the system: remove it from the system permissions',
  'permission.field.picker.kind': 'Give to',
  'permission.kind.user': 'Users',
  'permission.kind.group': 'Groups',
  'permission.kind.everyone': 'Everyone',
  'permission.field.picker.profile': 'Directory',
  'permission.field.picker.namespace': 'Namespace',
  'permission.field.picker.text': 'Search text',
  'permission.field.picker.text.help': 'Part of any name; * stands for anything. Empty finds all.',
  'permission.field.picker.role': 'Role to assign',
  'permission.found': 'Found in the directory',
  'permission.found.held': 'has this role already',
} as const

declare module '../../i18n/messages.ts' {
  interface Messages extends Words {}
}
type Words = typeof words
