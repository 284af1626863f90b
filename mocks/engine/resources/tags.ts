/** Tags: a tree under a root that is not stored, and their use on VMs, hosts, templates, users and groups. Source: TagsDirector, TagsCommandBase. */
import { blankId } from '../../../src/domain/entity.ts'
import type * as Model from '../../../src/wire/model.generated.ts'
import { bodyOf, notFound, refuse } from '../call.ts'
import type { Call } from '../call.ts'
import { runCommand } from '../command.ts'
import { emit } from '../events.ts'
import type { EventDetails } from '../events.ts'
import { theSystem } from '../permissions.ts'
import { collection, wholeTable } from '../registry.ts'
import type { Rows, TagRow, TagUseRow } from '../rows.ts'
import type { World } from '../world.ts'
import { checkName, i18nName } from '../validate.ts'

const show = (row: TagRow): Model.Tag => ({ ...row, ...(row.id !== blankId && { parent: { id: row.parentId } }) })
const root: TagRow = { id: blankId, name: 'root', description: 'root', parentId: blankId }

interface Work { readonly name: string; readonly event: string; readonly tag: string; readonly details?: EventDetails; validate?(): void; execute(): void }
function run(call: Call, { name, event, tag, details = {}, validate, execute }: Work): void {
  runCommand(call, {
    name, permit: 'tag_management', on: [theSystem], ...(validate && { validate }),
    execute: () => {
      execute()
      emit(call.world, event, { ...details, vars: { ...details.vars, tag }, user: call.user, correlationId: call.correlationId })
    },
  })
}

/** Id of the tag that a reference names; the root when there is no reference. */
function parentIdOf({ tables }: World, parent: Model.Tag | undefined): string {
  if (parent?.id === blankId || parent === undefined) return blankId
  const found = parent.id === undefined ? tables.tags.by('name', parent.name ?? '')[0] : tables.tags.get(parent.id)
  return found?.id ?? refuse('TAGS_SPECIFY_TAG_IS_NOT_EXISTS')
}
function checkTag({ world }: Call, name: string, except?: string): void {
  checkName(name, { max: 50, pattern: i18nName, invalid: 'VALIDATION_TAGS_INVALID_TAG_NAME', tooLong: 'VALIDATION_TAGS_INVALID_TAG_NAME' })
  if (name === root.name || world.tables.tags.by('name', name).some(({ id }) => id !== except)) refuse('TAGS_SPECIFY_TAG_IS_IN_USE')
}
/** The tag and all below it. */
export function tagWithDescendants(world: World, id: string): string[] {
  return [id, ...world.tables.tags.by('parent', id).filter((child) => child.id !== id).flatMap((child) => tagWithDescendants(world, child.id))]
}

collection('tags', {
  ...wholeTable('tags'),
  find: ({ world }, id) => id === blankId ? root : world.tables.tags.get(id),
  type: 'Tag', filtered: 'refused', show,
  add: (call) => {
    const { name = '', description = '', parent } = bodyOf<Model.Tag>(call)
    const row: TagRow = { id: call.world.newId(), name, description, parentId: parentIdOf(call.world, parent) }
    run(call, { name: 'AddTag', event: 'USER_ADD_TAG', tag: name, validate: () => checkTag(call, name), execute: () => { call.world.tables.tags.insert(row) } })
    return row
  },
  update: (call, row) => {
    const { name = row.name, description = row.description ?? '', parent } = bodyOf<Model.Tag>(call)
    const parentId = parent === undefined ? row.parentId : parentIdOf(call.world, parent)
    if (row.id === blankId) refuse('TAGS_CANNOT_EDIT_READONLY_TAG')
    if (parentId !== row.parentId) {
      run(call, {
        name: 'MoveTag', event: 'USER_MOVE_TAG', tag: row.name,
        validate: () => { if (tagWithDescendants(call.world, row.id).includes(parentId)) refuse('TAGS_SPECIFIED_TAG_CANNOT_BE_THE_PARENT_OF_ITSELF') },
        execute: () => { call.world.tables.tags.change(row.id, (tag) => { tag.parentId = parentId }) },
      })
    }
    if (name !== row.name || description !== (row.description ?? '')) {
      run(call, {
        name: 'UpdateTag', event: 'USER_UPDATE_TAG', tag: name, validate: () => checkTag(call, name, row.id),
        execute: () => { call.world.tables.tags.change(row.id, (tag) => { Object.assign(tag, { name, description }) }) },
      })
    }
    return row
  },
  remove: (call, row) => {
    if (row.id === blankId) refuse('TAGS_CANNOT_EDIT_READONLY_TAG')
    run(call, {
      name: 'RemoveTag', event: 'USER_REMOVE_TAG', tag: row.name,
      execute: () => {
        const { tags, tagUses } = call.world.tables
        for (const id of tagWithDescendants(call.world, row.id)) {
          for (const use of tagUses.by('tag', id)) tagUses.remove(use.id)
          tags.remove(id)
        }
      },
    })
  },
})

interface Bearer { readonly type: TagUseRow['target']['type']; readonly table: keyof Rows; readonly attach: string; readonly detach: string }
/** What bears tags, by the collection it lives in, with the events of giving and taking. */
const bearers: Readonly<Record<string, Bearer>> = {
  vms: { type: 'vm', table: 'vms', attach: 'USER_ATTACH_TAG_TO_VM', detach: 'USER_DETACH_VM_FROM_TAG' },
  hosts: { type: 'host', table: 'hosts', attach: 'USER_ATTACH_TAG_TO_VDS', detach: 'USER_DETACH_VDS_FROM_TAG' },
  templates: { type: 'template', table: 'templates', attach: 'USER_ATTACH_TAG_TO_TEMPLATE', detach: 'USER_DETACH_TEMPLATE_FROM_TAG' },
  users: { type: 'user', table: 'users', attach: 'USER_ATTACH_TAG_TO_USER', detach: 'USER_DETACH_USER_FROM_TAG' },
  groups: { type: 'group', table: 'groups', attach: 'USER_ATTACH_TAG_TO_USER_GROUP', detach: 'USER_DETACH_USER_GROUP_FROM_TAG' },
}
function bearerOf({ place, ids, world }: Call): Bearer & { id: string; details: EventDetails } {
  const bearer = bearers[place.split('/')[0] ?? ''] ?? notFound()
  const id = ids[0] ?? ''
  const row = world.tables[bearer.table].get(id)
  const named = row && 'name' in row && typeof row.name === 'string' ? { id, name: row.name } : { id, name: id }
  const details: EventDetails = bearer.type === 'user' || bearer.type === 'group' ? { vars: { target: named.name } } : { refs: { [bearer.type]: named } }
  return { ...bearer, id, details }
}
const usesOf = (call: Call) => call.world.tables.tagUses.by('target', call.ids[0] ?? '')

/** A tag as its bearer shows it: the same id, with a reference to the bearer. */
interface AssignedTag extends TagRow { bearer: Bearer['type']; bearerId: string }
function assigned(call: Call, id: string): AssignedTag | undefined {
  const tag = call.world.tables.tags.get(id)
  const { type } = bearerOf(call)
  return tag && usesOf(call).some(({ tagId }) => tagId === id) ? { ...tag, bearer: type, bearerId: call.ids[0] ?? '' } : undefined
}

collection(Object.keys(bearers).map((place) => `${place}/tags`), {
  type: 'Tag', filtered: 'refused',
  list: (call) => usesOf(call).flatMap(({ tagId }) => assigned(call, tagId) ?? []),
  find: assigned,
  show: (row: AssignedTag): Model.Tag => ({ ...show(row), [row.bearer]: { id: row.bearerId } }),
  add: (call) => {
    const { id, name } = bodyOf<Model.Tag>(call)
    const { tags, tagUses } = call.world.tables
    const tag = (id === undefined ? tags.by('name', name ?? '')[0] : tags.get(id)) ?? refuse('TAGS_SPECIFY_TAG_IS_NOT_EXISTS')
    const { type, attach, details, id: target } = bearerOf(call)
    run(call, {
      name: 'AttachTag', event: attach, tag: tag.name, details,
      execute: () => { if (!assigned(call, tag.id)) tagUses.insert({ id: call.world.newId(), tagId: tag.id, target: { type, id: target } }) },
    })
    return { ...tag, bearer: type, bearerId: target }
  },
  remove: (call, row) => {
    const { detach, details } = bearerOf(call)
    run(call, {
      name: 'DetachTag', event: detach, tag: row.name, details,
      execute: () => { for (const use of usesOf(call)) if (use.tagId === row.id) call.world.tables.tagUses.remove(use.id) },
    })
  },
})
