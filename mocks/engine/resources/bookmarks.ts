/** Bookmarks, shared by all administrators. Source: AddBookmarkCommand, UpdateBookmarkCommand, RemoveBookmarkCommand. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { bodyOf, refuse } from '../call.ts'
import type { Call } from '../call.ts'
import { runCommand } from '../command.ts'
import { emit } from '../events.ts'
import { theSystem } from '../permissions.ts'
import { collection, wholeTable } from '../registry.ts'
import type { BookmarkRow } from '../rows.ts'
import { checkName } from '../validate.ts'

function run(call: Call, name: string, event: string, bookmark: { name: string }, execute: () => void, validate: () => void = () => undefined): void {
  runCommand(call, {
    name, permit: 'bookmark_management', on: [theSystem], validate,
    execute: () => {
      execute()
      emit(call.world, event, { vars: { bookmark: bookmark.name }, user: call.user, correlationId: call.correlationId })
    },
  })
}
function check({ world }: Call, { name, value }: Pick<BookmarkRow, 'name' | 'value'>, except?: string): void {
  checkName(name, { max: 40 })
  if (value.length > 300) refuse('ACTION_TYPE_FAILED_NAME_LENGTH_IS_TOO_LONG', { max: 300 })
  if (world.tables.bookmarks.by('name', name).some(({ id }) => id !== except)) refuse('ACTION_TYPE_FAILED_NAME_ALREADY_USED')
}

collection('bookmarks', {
  ...wholeTable('bookmarks'),
  type: 'Bookmark', filtered: 'refused',
  show: (row): Model.Bookmark => row,
  add: (call) => {
    const { name = '', value = '' } = bodyOf<Model.Bookmark>(call)
    const row: BookmarkRow = { id: call.world.newId(), name, value }
    run(call, 'AddBookmark', 'USER_ADD_BOOKMARK', row, () => { call.world.tables.bookmarks.insert(row) }, () => check(call, row))
    return row
  },
  update: (call, row) => {
    const { name = row.name, value = row.value } = bodyOf<Model.Bookmark>(call)
    run(call, 'UpdateBookmark', 'USER_UPDATE_BOOKMARK', { name },
      () => { call.world.tables.bookmarks.change(row.id, (bookmark) => { Object.assign(bookmark, { name, value }) }) },
      () => check(call, { name, value }, row.id))
    return row
  },
  remove: (call, row) => run(call, 'RemoveBookmark', 'USER_REMOVE_BOOKMARK', row, () => call.world.tables.bookmarks.remove(row.id)),
})
