import type { ComponentType } from 'react'
import type { Verdict } from '../domain/verdict.ts'
import type { Accepted, Row } from '../engine/resource.ts'
import type { MessageKey, MessageParams } from '../i18n/messages.ts'
import type { Preferences } from './preferences.ts'

/** Order on every surface (ux.md, Actions): create, edit, life cycle, console, snapshot, migrate, rest, destructive last. */
export type ActionGroup = 'create' | 'edit' | 'lifecycle' | 'console' | 'snapshot' | 'migrate' | 'rest' | 'destroy'

/** What a confirmation asks besides yes: the text of `reason`, the ticked names of `checks`. */
export interface ConfirmInput { readonly reason?: string; readonly checks: Readonly<Record<string, boolean>> }

export interface ConfirmCheck<T> {
  /** feature id; also the key of its label */
  readonly id: string
  readonly initially: boolean
  /** false hides the box: it means nothing for these rows */
  readonly offered?: (rows: readonly T[]) => boolean
  /** a box the user may not change for these rows, with the reason shown beside it */
  readonly fixed?: (rows: readonly T[]) => { readonly value: boolean; readonly why: MessageKey } | undefined
  /** must be ticked before the button works: for what cannot be undone */
  readonly latch?: boolean
}

/** Declared only for what interrupts or destroys. Keys: `<action id>.question` (title), `.consequence`, `.do` (button, plural by count). */
export interface Confirm<T> {
  /** feature id of the dialog where it has one of its own */
  readonly id?: string
  readonly also?: readonly string[]
  readonly reason?: boolean
  /** what stands in the field of the reason at first */
  readonly initialReason?: (rows: readonly T[]) => string | undefined
  /** a user who set this preference to false is not asked; the dialog offers to set it */
  readonly unlessDeclined?: keyof Preferences & 'confirmSuspend'
  readonly checks?: readonly ConfirmCheck<T>[]
  /** further sentences for these rows, such as pinned VMs that will block */
  readonly warnings?: (rows: readonly T[]) => readonly { readonly key: MessageKey; readonly params?: Readonly<Record<string, string | number>> }[]
  /** what has to be read from the engine before one can decide, such as the VMs of a host */
  readonly Details?: ComponentType<{ readonly rows: readonly T[] }>
}

/** A reason as the catalogue knows it. */
export interface Reason { readonly why: string; readonly params?: MessageParams }
export interface Skipped<T> { readonly row: T; readonly reason: Reason }

/** A dialog of the action's own (migrate with its target, edit forms): drawn lazily over the page, at `?do=<id>` for a single object. */
export interface ActionDialogProps<T> {
  readonly rows: readonly T[]
  /** chosen rows that the action cannot take, for the dialog to name */
  readonly skipped?: readonly Skipped<T>[]
  readonly onClose: () => void
}

/**
 * One thing a user can do with objects of one kind; row menu, tool bar, context menu, tree and palette all draw from it.
 * Missing permission or an unsupported feature hides it; status never hides, it disables with the reason.
 */
export interface Action<T extends Row> {
  /** feature id and message key of the label */
  readonly id: string & MessageKey
  /** further feature ids that the same control answers */
  readonly also?: readonly string[]
  readonly group: ActionGroup
  readonly icon?: ComponentType
  /** one: exactly one row; many: every eligible row of the selection, others are skipped and named; none: needs no row */
  readonly takes: 'one' | 'many' | 'none'
  /** permit as the API names it, lower case; judged on the row and along its parents */
  readonly permit?: string
  /** false hides: the feature does not exist here */
  readonly offered?: (row: T) => boolean
  readonly check?: (row: T) => Verdict
  readonly danger?: boolean
  readonly confirm?: Confirm<T>
  readonly run?: (row: T, input: ConfirmInput) => Promise<Accepted>
  /** in which order the requests of several rows go out; default is that of the list */
  readonly order?: (left: T, right: T) => number
  /** word shown on the row while the operation begun here runs: "Starting…" */
  readonly doing?: MessageKey
  readonly dialog?: () => Promise<{ readonly Dialog: ComponentType<ActionDialogProps<T>> }>
  /** in place of `run`: where the action leads */
  readonly href?: (row: T | undefined) => string
  /** in place of `run`: opens a page of somebody else in a new tab */
  readonly external?: (row: T) => string
}
