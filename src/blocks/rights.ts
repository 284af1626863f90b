import { createContext, useContext, useMemo } from 'react'
import type { Target } from '../domain/entity.ts'
import type { Row } from '../engine/resource.ts'
import type { May } from './actions/offer.ts'
import type { Placed } from './placed.ts'
import { targetsOf } from './placed.ts'

/**
 * Does the user hold the permit on one of these objects (nearest first) or on the system? Without objects: anywhere.
 * Where rights are not known yet the answer is yes: the engine decides (DESIGN.md, Who lands where).
 */
export type JudgePermit = (permit: string, targets: readonly Target[] | undefined) => boolean

/** The rights of the user who is logged in; the app provides them from the session. */
export const RightsContext = createContext<JudgePermit>(() => true)

/** The rights on rows of one kind, along each row's parents. */
export const useMay = <T extends Row>(placed: Placed<T>): May<T> => {
  const judge = useContext(RightsContext)
  return useMemo(() => (permit, row) => judge(permit, row && targetsOf(placed, row)), [judge, placed])
}
