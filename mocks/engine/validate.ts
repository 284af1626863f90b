/** Constraints that the engine checks on inputs before anything else. Source: names.json facts; bean validation of the business entities. */
import { refuse } from './call.ts'

/** Any letter of any script, digits and `._-`. Source: ValidationUtils.NO_SPECIAL_CHARACTERS_I18N. */
export const i18nName = /^[\p{L}0-9._-]*$/u
/** Source: ValidationUtils.NO_SPECIAL_CHARACTERS. */
export const asciiName = /^[0-9a-zA-Z_-]+$/

export interface NameRule {
  readonly max?: number
  readonly pattern?: RegExp
  /** code for a name that breaks the pattern */
  readonly invalid?: string
  readonly tooLong?: string
}

/** Refuses an empty, too long or ill-formed name. */
export function checkName(name: string, { max = 255, pattern, invalid = 'ACTION_TYPE_FAILED_NAME_MAY_NOT_CONTAIN_SPECIAL_CHARS', tooLong = 'ACTION_TYPE_FAILED_NAME_LENGTH_IS_TOO_LONG' }: NameRule = {}): void {
  if (name === '') refuse('ACTION_TYPE_FAILED_NAME_MAY_NOT_BE_EMPTY')
  if (name.length > max) refuse(tooLong, { max })
  if (pattern && !pattern.test(name)) refuse(invalid)
}
