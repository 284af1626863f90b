/** How refusals look on the wire. Source: BaseBackendResource, ErrorMessageHelper. */
import { PlainFault, Refusal } from './call.ts'
import type { RefusalReason } from './call.ts'
import { errorCodes, otherCodes } from './facts.generated.ts'
import { faultTexts as english } from './faultTexts.en.ts'
import { faultTexts as chinese } from './faultTexts.zh.ts'

export interface FaultBody { readonly reason: string; readonly detail: string }

/** Several messages: 400 beats 409 beats 500 beats 403. Codes that the facts do not know count as 400; details (VAR__) have no status. */
export function statusOf(reasons: readonly RefusalReason[]): number {
  const statuses = reasons.filter(({ code }) => !code.startsWith('VAR__')).map(({ code }) => errorCodes[code]?.[0] ?? otherCodes.find(([, codes]) => codes.includes(code))?.[0] ?? 400)
  return [400, 409, 500, 403].find((status) => statuses.includes(status)) ?? statuses[0] ?? 400
}

/** The sentence of a code in the caller's language; unknown codes get a general sentence with their meaning. */
export function textOf({ code, params = {} }: RefusalReason, language: string): string {
  const isChinese = language.startsWith('zh')
  const text = (isChinese ? chinese : english)[code] ?? general(code, isChinese)
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? ''))
}
function general(code: string, isChinese: boolean): string {
  const meaning = errorCodes[code]?.[1] ?? code
  return isChinese ? `操作被拒绝（${code}）。` : `The request is refused: ${meaning}.`
}

/** Status and body of an error that a handler threw; undefined for a programming error. */
export function faultOf(error: unknown, language: string): { status: number; fault: FaultBody } | undefined {
  if (error instanceof Refusal) {
    return { status: statusOf(error.reasons), fault: { detail: `[${error.reasons.map((reason) => textOf(reason, language)).join(', ')}]`, reason: 'Operation Failed' } }
  }
  if (error instanceof PlainFault) return { status: error.status, fault: { detail: error.message, reason: error.reason } }
  return undefined
}

/** Language of the answer out of Accept-Language; the engine falls back to English. */
export function preferredLanguage(header: string | null): string {
  const wanted = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';')
    const quality = Number(/q=([\d.]+)/.exec(parameters.join(';'))?.[1] ?? 1)
    return { tag: tag.toLowerCase(), quality }
  }).filter(({ tag }) => tag !== '').sort((one, other) => other.quality - one.quality)
  const known = wanted.find(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'))
  return known?.tag.startsWith('zh') ? 'zh-CN' : 'en'
}
