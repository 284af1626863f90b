import type { Feature } from '../../blocks/feature.ts'
import { queryClient } from '../../engine/cache.ts'
import { tasksWords } from './catalogue.ts'

/** The engine's tasks. Today's portal has no menu entry for them: the task tray leads here. */
export const tasks: Feature = {
  routes: [
    {
      path: 'tasks',
      lazy: {
        Component: async () => {
          const [{ TasksPage, tasksQuery }] = await Promise.all([import('./TasksPage.tsx'), tasksWords.load()])
          void queryClient.prefetchQuery(tasksQuery)
          return TasksPage
        },
      },
    },
  ],
}
