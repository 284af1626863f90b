import type { Feature } from '../../blocks/feature.ts'
import { dashboardWords } from './catalogue.ts'

export const dashboard: Feature = {
  routes: [
    {
      index: true,
      lazy: {
        Component: async () => {
          const [{ DashboardPage }] = await Promise.all([import('./DashboardPage.tsx'), dashboardWords.load()])
          return DashboardPage
        },
      },
    },
  ],
  nav: [{ id: 'plus.nav.dashboard', label: 'nav.dashboard', section: 'dashboard', to: '/', order: 1 }],
}
