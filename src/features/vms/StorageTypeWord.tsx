import { useText } from '../../i18n/text.ts'

/** What holds a disk, in words; a word we do not know as it came. */
export const StorageTypeWord = ({ type }: { readonly type: string }) => {
  const { textOr } = useText()
  return textOr(`vm.disk.type.${type}`, type)
}
