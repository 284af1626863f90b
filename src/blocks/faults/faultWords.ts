import { isEngineFault } from '../../engine/fault.ts'
import type { Text } from '../../i18n/text.ts'

/** A fault as people read it. */
export interface FaultWords {
  /** what happened */
  readonly what: string
  /** the engine's own sentences, in the language we asked for; empty where it said nothing usable */
  readonly why: readonly string[]
  /** what can be done */
  readonly advice: string
  readonly correlationId: string | undefined
  /** word by word as it came: reason and detail, or the message of a programming error */
  readonly original: string
}

/** Puts any failure into words. What is no fault of the engine is a defect of the portal and says so. */
export const faultWords = ({ t }: Pick<Text, 't'>, fault: unknown): FaultWords => {
  if (!isEngineFault(fault)) {
    return {
      what: t('fault.defect'), why: [], advice: t('fault.defect.advice'), correlationId: undefined,
      original: fault instanceof Error ? fault.message : String(fault),
    }
  }
  const { kind, messages, correlationId, reason, detail, status } = fault
  return {
    what: t(`fault.${kind}`),
    // A gateway's or web server's page is no sentence of the engine.
    why: kind === 'unreachable' || kind === 'broken' ? [] : messages,
    advice: t(`fault.${kind}.advice`),
    correlationId,
    original: [status === 0 ? '' : String(status), reason, detail].filter((part) => part !== '').join(' · '),
  }
}
