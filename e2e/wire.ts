/** What journeys read of the engine's answers; everything is text there (api of the engine, JSON). */

interface Named { readonly id: string; readonly name: string }
type Link = Partial<Named> & { readonly id: string }

export interface VmWire extends Named {
  readonly status: string
  readonly type: string
  readonly memory: string
  readonly cluster: Link
  readonly description?: string
  readonly comment?: string
  readonly fqdn?: string
  readonly host?: Link
  readonly start_time?: number
  readonly stop_reason?: string
  readonly delete_protected?: string
  readonly template?: Link
  readonly cpu: { readonly topology: { readonly sockets: string; readonly cores: string; readonly threads: string } }
}

export interface HostWire extends Named {
  readonly status: string
  readonly address: string
  readonly cluster: Link
  readonly comment?: string
  readonly status_detail?: string
  readonly summary: { readonly active: string; readonly migrating: string; readonly total: string }
  readonly spm: { readonly priority: string; readonly status: { readonly state?: string } | string }
}

export interface EventWire {
  readonly id: string
  readonly code: string
  readonly description: string
  readonly severity: string
  readonly time: number
  readonly correlation_id?: string
  readonly origin: string
  readonly custom_id?: string
  readonly user?: Link
  readonly vm?: Link
  readonly host?: Link
  readonly cluster?: Link
  readonly data_center?: Link
  readonly storage_domain?: Link
  readonly template?: Link
}

export interface JobWire { readonly id: string; readonly description: string; readonly status: string; readonly start_time: number; readonly end_time?: number; readonly owner?: Link }
export interface StepWire { readonly id: string; readonly description: string; readonly status: string }
export interface StatisticWire { readonly name: string; readonly values: { readonly value: readonly { readonly datum?: number; readonly detail?: string }[] } }

export interface Vms { readonly vm?: readonly VmWire[] }
export interface Hosts { readonly host?: readonly HostWire[] }
export interface Events { readonly event?: readonly EventWire[] }
export interface Jobs { readonly job?: readonly JobWire[] }
export interface Steps { readonly step?: readonly StepWire[] }
export interface Statistics { readonly statistic?: readonly StatisticWire[] }
export interface Names { readonly id: string; readonly name: string }
