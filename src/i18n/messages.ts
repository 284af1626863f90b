/**
 * Every message key of the product. Each catalogue adds its own keys by declaration merging:
 *   declare module '<path>/i18n/messages.ts' { interface Messages extends Words {} }
 * so a wrong key is a type error everywhere, while catalogues load per feature and language.
 */
export interface Messages {}

type PluralEnding = '_one' | '_other' | '_zero'
/** A key as code names it: `row.count` where the catalogue holds `row.count_one` and `row.count_other`. */
export type KeyOf<Words> = { [K in keyof Words & string]: K extends `${infer Stem}${PluralEnding}` ? Stem : K }[keyof Words & string]
export type MessageKey = KeyOf<Messages>

/** What a translation must hold, key by key. Chinese has no singular form, so `_one` is left out. */
export type Translated<Words> = { readonly [K in keyof Words as K extends `${string}_one` ? never : K]: string }

export type MessageParams = Readonly<Record<string, string | number>>
