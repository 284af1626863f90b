import type { Ref } from './entity.ts'

/** The CD drive of a VM; the file is absent when it is empty. Source: CdRomMapper.java. */
export interface Cdrom { readonly id: string; readonly name: string; readonly file?: Ref | undefined }

/** Somebody at the VM: logged in inside it, or at its console. Source: SessionMapper.java. */
export interface VmSession {
  readonly id: string
  readonly name: string
  readonly consoleUser: boolean
  readonly userName?: string | undefined
  readonly ipAddress?: string | undefined
  readonly protocol?: string | undefined
}

/** Software the guest agent found. */
export interface Application { readonly id: string; readonly name: string }

/** A configured, or with `current` a running, console of a VM. Source: BackendVmGraphicsConsolesResource.java. */
export interface GraphicsConsole {
  readonly id: string
  readonly name: string
  /** vnc, spice */
  readonly protocol: string
  readonly address?: string | undefined
  readonly port?: number | undefined
  readonly tlsPort?: number | undefined
}
