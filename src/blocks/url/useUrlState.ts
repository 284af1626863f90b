import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** What pages keep in the query of the URL. */
export interface UrlState {
  /** search text of a list, without prefix */
  readonly search?: string
  /** sort field of the engine, with a leading `-` for descending */
  readonly sort?: string
  /** id of the object in the summary drawer */
  readonly show?: string
  /** names of the tags that narrow a list, with commas between them (names have none) */
  readonly tags?: string
  /** ids of the quick filters that are on, with commas between them */
  readonly quick?: string
  /** feature id of an open dialog of the object that the URL names */
  readonly do?: string
  /** host that the dialog of a migration begins with: where a machine was dropped */
  readonly host?: string
}

const members = ['search', 'sort', 'tags', 'quick', 'show', 'do', 'host'] as const

/**
 * Changes of one call go together into one navigation: two calls of the router's own setter in one tick lose the first.
 * `undefined` removes. `replace` leaves no entry in the history, for what is typed or walked through.
 */
export type SetUrlState = (changes: { readonly [K in keyof UrlState]: UrlState[K] | undefined }, options?: { readonly replace?: boolean }) => void

/** The URL as state. Parameters of others are kept. */
export const useUrlState = (): readonly [UrlState, SetUrlState] => {
  const [params, setParams] = useSearchParams()
  const state: UrlState = Object.fromEntries(members.flatMap((member) => {
    const value = params.get(member)
    return value === null ? [] : [[member, value]]
  }))
  const set: SetUrlState = useCallback((changes, { replace = false } = {}) => {
    setParams((now) => {
      const next = new URLSearchParams(now)
      for (const member of members) {
        if (!(member in changes)) continue
        const value = changes[member]
        if (value === undefined || value === '') next.delete(member)
        else next.set(member, value)
      }
      return next
    }, { replace })
  }, [setParams])
  return [state, set]
}
