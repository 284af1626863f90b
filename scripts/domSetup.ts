import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// Without global test functions the library does not clean up by itself, and files share one document (isolate: false).
afterEach(() => {
  cleanup()
  document.body.replaceChildren()
  localStorage.clear()
  sessionStorage.clear()
})
