import type { Ref } from './entity.ts'

/** CPU profile of a cluster or disk profile of a storage domain. */
export interface Profile { readonly id: string; readonly name: string; readonly description: string; readonly parent?: Ref | undefined; readonly qos?: Ref | undefined }

export interface SchedulingPolicy { readonly id: string; readonly name: string; readonly description: string; readonly locked: boolean; readonly defaultPolicy: boolean; readonly properties: readonly { readonly name: string; readonly value: string }[] }
