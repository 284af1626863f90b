/** Chinese sentences of the error codes the embedded engine answers. */
export const faultTexts: Readonly<Record<string, string>> = {
  USER_NOT_AUTHORIZED_TO_PERFORM_ACTION: '您没有执行此操作的权限。',
  ACTION_TYPE_FAILED_OBJECT_LOCKED: '另一项操作正在处理此对象，请在其结束后重试。',
}
