import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core'
import { useSyncExternalStore } from 'react'
import { connection } from '../../engine/connection.ts'
import { session } from '../../engine/session.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useNow } from '../frame/useNow.ts'

/** Asks whether somebody is still there. Any key or movement is answer enough; the dialog only makes it seen. */
export const IdleWarning = () => {
  const idle = useSyncExternalStore(session.idle.subscribe, session.idle.getSnapshot)
  return idle.state === 'warning' ? <Question endsAt={idle.endsAt} /> : null
}

const Question = ({ endsAt }: { readonly endsAt: number }) => {
  const { t } = useText()
  const { duration } = useFormat()
  useNow(1000)
  const leftSeconds = Math.max(0, Math.ceil((endsAt - connection().clock.now()) / 1000))
  const onStay = (): void => session.idle.note()
  return (
    <Modal isOpen variant="small" onClose={onStay} aria-labelledby="portal-idle-title">
      <ModalHeader title={t('session.idle.title')} labelId="portal-idle-title" titleIconVariant="warning" />
      <ModalBody>{t('session.idle.body', { time: duration(leftSeconds) })}</ModalBody>
      <ModalFooter>
        <Button onClick={onStay}>{t('session.idle.stay')}</Button>
        <Button variant="link" onClick={() => void session.logOut()}>{t('button.logOut')}</Button>
      </ModalFooter>
    </Modal>
  )
}

/** What counts as somebody being there. Pointer moves come often; the watch itself tells other tabs once a second at most. */
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const

/** Reports use of keyboard and pointer to the idle watch, for as long as the page lives. */
export const startActivityWatch = (): void => {
  for (const sign of signs) window.addEventListener(sign, () => session.idle.note(), { capture: true, passive: true })
}
