import { createContext, useContext } from 'react'
import type { SignedIn } from '../engine/session.ts'

/** Who is logged in; only pages behind log-in read it. */
export const WhoContext = createContext<SignedIn | undefined>(undefined)

export const useWho = (): SignedIn => {
  const who = useContext(WhoContext)
  if (!who) throw new Error('a page behind log-in was drawn without a user')
  return who
}
