import type { Translated } from '../../i18n/messages.ts'
import type { words as english } from './words.en.ts'

export const words: Translated<typeof english> = {
  'job.list.main': '任务',
  'job.column.status': '状态',
  'job.column.description': '描述',
  'job.column.time': '开始与结束',
  'job.column.steps': '步骤',
  'job.column.owner': '用户',
  'job.column.duration': '持续时间',
  'job.action.expand': '显示步骤',
  'job.action.trace': '显示跟踪',
  'tasks.none': '没有任务',
  'tasks.none.help': '引擎在十分钟后清除已完成的任务，在一小时后清除失败的任务。',
  'tasks.span': '{{from}} – {{to}}',
  'tasks.running': '自{{from}}起',
  'tasks.steps.none': '此任务没有步骤',
  'tasks.progress': '已完成{{percent}}',
}
