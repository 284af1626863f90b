/** English sentences of the error codes the embedded engine answers, in our words. `{name}` is given by the refusal. */
export const faultTexts: Readonly<Record<string, string>> = {
  USER_NOT_AUTHORIZED_TO_PERFORM_ACTION: 'You are not allowed to do this.',
  ACTION_TYPE_FAILED_OBJECT_LOCKED: 'Another operation is working on this object. Try again when it has ended.',
}
