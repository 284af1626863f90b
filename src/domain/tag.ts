/** A tag; tags form a tree whose root has the zero UUID. Source: TagMapper.java. */
export interface Tag {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly parentId?: string | undefined
}
