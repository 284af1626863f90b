/** Sentences of one language by event code. A place in braces is the name of the object of that kind. */
export interface EventTemplates {
  readonly byCode: Readonly<Record<number, string>>
  /** who acts where the engine acts by itself */
  readonly system: string
}
