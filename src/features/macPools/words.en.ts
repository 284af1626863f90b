/** Words of MAC address pools. */
export const words = {
  'macpool.list.main': 'MAC address pools',
  'plus.macpool.column.name': 'Name',
  'plus.macpool.column.default': 'Default',
  'plus.macpool.column.description': 'Description',
  'plus.macpool.column.addresses': 'Addresses',
  'plus.macpool.column.ranges': 'Ranges',
  'plus.macpool.column.duplicates': 'Duplicates allowed',
  'plus.macpool.tab.general': 'General',
  'macpool.action.permissions': 'Permissions',
  'macpool.action.add': 'New MAC address pool',
  'macpool.action.edit': 'Edit',
  'macpool.action.remove': 'Remove',
  'macpool.action.remove.question_one': 'Remove {{count}} MAC address pool?',
  'macpool.action.remove.question_other': 'Remove {{count}} MAC address pools?',
  'macpool.action.remove.consequence': 'The engine refuses to remove pools that clusters use. Interfaces keep their addresses.',
  'macpool.action.remove.do_one': 'Remove {{count}} pool',
  'macpool.action.remove.do_other': 'Remove {{count}} pools',
  'macpool.action.remove.refused': 'The default pool stays: clusters without another one take it',
  'macpool.dialog.edit': 'MAC address pool',
  'macpool.field.edit.name': 'Name',
  'macpool.field.edit.description': 'Description',
  'macpool.field.edit.description.refused': 'Only ASCII characters are possible',
  'macpool.field.edit.duplicates': 'Allow duplicates',
  'macpool.field.edit.duplicates.help': 'One address may then belong to several interfaces. Networks where both are reachable will not work.',
  'macpool.field.edit.ranges': 'Ranges',
  'macpool.field.edit.ranges.help': 'First and last address of each range, such as 56:6f:00:00:00:00 to 56:6f:00:00:ff:ff',
  'macpool.field.edit.ranges.count_one': '{{value}} address',
  'macpool.field.edit.ranges.count_other': '{{value}} addresses',
  'plus.macpool.field.from': 'From',
  'plus.macpool.field.to': 'To',
  'macpool.range': '{{from}} – {{to}}',
  'macpool.range.wrong': 'An address has six pairs of hexadecimal digits with colons between them',
  'macpool.range.multicast': 'This is a group address, which interfaces cannot have',
  'macpool.range.half': 'A range needs its first and its last address',
  'macpool.range.backwards': 'The range ends before it begins: {{from}} – {{to}}',
  'macpool.range.overlap': 'Two ranges overlap',
} as const

declare module '../../i18n/messages.ts' {
  interface Messages extends Words {}
}
type Words = typeof words
