import { useSyncExternalStore } from 'react'
import { connection } from '../../engine/connection.ts'
import { reachability } from '../../engine/reachability.ts'
import type { Reachability } from '../../engine/reachability.ts'
import { session } from '../../engine/session.ts'
import type { Site } from '../../engine/site.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import type { ThinBanner } from './Banners.tsx'
import { useNow } from './useNow.ts'

const stepMs = 5000

/** What has to be said on every page now: the engine is silent and how old the page is, nobody is there, or it is only the demo engine. */
export const useBanners = (site: Site): readonly ThinBanner[] => {
  const { t } = useText()
  const { duration } = useFormat()
  const reach = useSyncExternalStore(reachability.subscribe, reachability.getSnapshot)
  const idle = useSyncExternalStore(session.idle.subscribe, session.idle.getSnapshot)
  useNow(idle.state === 'warning' ? 1000 : stepMs)
  const ageSeconds = toAgeSeconds(reach, connection().clock.now())
  return [
    ...(reach.state === 'unreachable'
      ? [{ id: 'unreachable', status: 'danger', text: ageSeconds === undefined ? t('banner.unreachableNoData') : t('banner.unreachable', { age: duration(ageSeconds) }) } as const]
      : []),
    ...(idle.state === 'warning'
      ? [{
          id: 'idle',
          status: 'warning',
          text: t('banner.idle', { time: duration(Math.max(0, Math.ceil((idle.endsAt - connection().clock.now()) / 1000))) }),
          action: { text: t('session.idle.stay'), onClick: () => session.idle.note() },
        } as const]
      : []),
    ...(site.demoEngine ? [{ id: 'demo', text: t('banner.demo') }] : []),
  ]
}

/** Age of what the page shows: time since the engine last answered. Undefined when it never did. */
export const toAgeSeconds = ({ lastAnswerAt }: Reachability, now: number): number | undefined =>
  lastAnswerAt === undefined ? undefined : Math.max(0, Math.round((now - lastAnswerAt) / 1000))
