import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// On a busy machine an answer takes longer than the second that is usual.
configure({ asyncUtilTimeout: 30_000 })

// Without global test functions the library does not clean up by itself, and files share one document (isolate: false).
afterEach(() => {
  cleanup()
  document.body.replaceChildren()
  localStorage.clear()
  sessionStorage.clear()
})
