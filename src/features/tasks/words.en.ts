/** Words of the engine's tasks. */
export const words = {
  'job.list.main': 'Tasks',
  'job.column.status': 'Status',
  'job.column.description': 'Description',
  'job.column.time': 'Start and end',
  'job.column.steps': 'Steps',
  'job.column.owner': 'User',
  'job.column.duration': 'Duration',
  'job.action.expand': 'Show steps',
  'job.action.trace': 'Show trace',
  'tasks.none': 'No tasks',
  'tasks.none.help': 'The engine forgets finished tasks after ten minutes and failed ones after an hour.',
  'tasks.span': '{{from}} – {{to}}',
  'tasks.running': 'since {{from}}',
  'tasks.steps.none': 'This task has no steps',
  'tasks.progress': '{{percent}} done',
} as const

declare module '../../i18n/messages.ts' {
  interface Messages extends Words {}
}
type Words = typeof words
