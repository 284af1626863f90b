/** A saved search of the whole installation; `value` is search text with its prefix. Source: BookmarkMapper.java. */
export interface Bookmark { readonly id: string; readonly name: string; readonly value: string }
