import type { Bookmark } from '../../domain/bookmark.ts'
import { bookmarks } from '../../engine/resources/tags.ts'
import { defineForm } from '../form/form.ts'
import { FormDialog } from '../form/FormDialog.tsx'
import { toBody } from '../form/formValues.ts'

interface BookmarkValues { readonly name: string; readonly value: string }
const bookmarkForm = defineForm<Bookmark, BookmarkValues, { name?: string; value?: string }>({
  id: 'bookmark.dialog.edit',
  sections: [{
    fields: [
      { name: 'name', id: 'bookmark.field.edit.name', kind: 'text', initial: '', required: true, read: ({ name }) => name, write: (name) => ({ name }) },
      { name: 'value', id: 'bookmark.field.edit.value', kind: 'text', initial: '', required: true, read: ({ value }) => value, write: (value) => ({ value }) },
    ],
  }],
})

interface SaveSearchDialogProps {
  /** with its prefix */
  readonly search: string
  readonly onClose: () => void
}

/** Asks for the name under which a search is kept. */
export const SaveSearchDialog = ({ search, onClose }: SaveSearchDialogProps) => (
  <FormDialog
    form={bookmarkForm} entity={{ id: '', name: '', value: search }} submitLabel="button.save" onClose={onClose}
    onSubmit={({ values }) => bookmarks.create(toBody(bookmarkForm, values))}
  />
)
