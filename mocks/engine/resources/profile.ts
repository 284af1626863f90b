/** What users keep of their own: options and SSH keys. Source: BackendUserOptionsResource, BackendSSHPublicKeysResource, UserProfilePropertyCommandBase. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { bodyOf, refuse } from '../call.ts'
import type { Call } from '../call.ts'
import { runCommand } from '../command.ts'
import { theSystem } from '../permissions.ts'
import { childrenBy, collection } from '../registry.ts'
import type { SshPublicKeyRow, UserOptionRow } from '../rows.ts'

/** One's own profile needs `edit_profile`, that of others the right to manage users. */
function run(call: Call, name: string, execute: () => void, validate: () => void = () => undefined): void {
  const isOwn = call.ids[0] === call.user.id
  runCommand(call, { name, permit: isOwn ? 'edit_profile' : 'manipulate_users', on: [theSystem], execute, validate })
}

collection('users/options', {
  ...childrenBy('userOptions', 'userId'),
  type: 'UserOption', keepsEmpty: true,
  show: ({ id, name, content, userId }): Model.UserOption => ({ id, name, content, user: { id: userId } }),
  add: (call) => {
    const { name = '', content = '' } = bodyOf<Model.UserOption>(call)
    const userId = call.ids[0] ?? ''
    const row: UserOptionRow = { id: call.world.newId(), name, content, userId }
    run(call, 'AddUserProfileProperty', () => { call.world.tables.userOptions.insert(row) }, () => {
      if (!isJson(content)) refuse('ACTION_TYPE_FAILED_USER_PROFILE_PROPERTY_NOT_EXISTS')
      if (call.world.tables.userOptions.by('userId', userId).some((option) => option.name === name)) refuse('ACTION_TYPE_FAILED_USER_PROFILE_PROPERTY_ALREADY_EXISTS')
    })
    return row
  },
  remove: (call, row) => run(call, 'RemoveUserProfileProperty', () => call.world.tables.userOptions.remove(row.id)),
})
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

collection('users/sshpublickeys', {
  ...childrenBy('sshPublicKeys', 'user'),
  type: 'SshPublicKey',
  show: ({ id, content, userId }): Model.SshPublicKey => ({ id, content, user: { id: userId } }),
  add: (call) => {
    const { content = '' } = bodyOf<Model.SshPublicKey>(call)
    const row: SshPublicKeyRow = { id: call.world.newId(), userId: call.ids[0] ?? '', content }
    run(call, 'AddUserProfileProperty', () => { call.world.tables.sshPublicKeys.insert(row) }, () => { if (!isPublicKey(content)) refuse('ACTION_TYPE_FAILED_INVALID_PUBLIC_SSH_KEY') })
    return row
  },
  update: (call, row) => {
    const { content = row.content } = bodyOf<Model.SshPublicKey>(call)
    run(call, 'UpdateUserProfileProperty', () => { call.world.tables.sshPublicKeys.change(row.id, (key) => { key.content = content }) }, () => { if (!isPublicKey(content)) refuse('ACTION_TYPE_FAILED_INVALID_PUBLIC_SSH_KEY') })
    return row
  },
  remove: (call, row) => run(call, 'RemoveUserProfileProperty', () => call.world.tables.sshPublicKeys.remove(row.id)),
})
/** Each line: algorithm, base64, comment. */
const isPublicKey = (content: string) => content.trim() !== '' && content.trim().split('\n').every((line) => /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d+|sk-[\w@.-]+) [A-Za-z0-9+/=]+(?: .*)?$/.test(line.trim()))
