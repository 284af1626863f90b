/** Every resource of the embedded engine: importing a file declares what it holds. One line each, by name. */
import './resources/bookmarks.ts'
import './resources/events.ts'
import './resources/jobs.ts'
import './resources/macPools.ts'
import './resources/permissions.ts'
import './resources/profile.ts'
import './resources/roles.ts'
import './resources/systemFacts.ts'
import './resources/tags.ts'
import './resources/users.ts'
import { registerSearchLanguage } from './search/register.ts'

registerSearchLanguage()
