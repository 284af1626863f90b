import type { Application, Cdrom, GraphicsConsole, VmSession } from '../../domain/vmDetails.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { defineChildren } from '../children.ts'
import { flag, int, ref } from '../decode.ts'
import { collectionPaths } from '../paths.ts'

const parent = { type: 'vm', path: collectionPaths.vm } as const

export const decodeCdrom = (wire: Wire.Cdrom): Cdrom => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  // An ejected drive has a file with an empty id.
  file: wire.file?.id ? ref(wire.file) : undefined,
})

export const decodeVmSession = (wire: Wire.Session): VmSession => ({
  id: wire.id ?? '',
  name: wire.user?.user_name ?? wire.user?.name ?? wire.name ?? '',
  consoleUser: flag(wire.console_user, false),
  userName: wire.user?.user_name ?? wire.user?.name,
  ipAddress: wire.ip?.address,
  protocol: wire.protocol,
})

export const decodeApplication = (wire: Wire.Application): Application => ({ id: wire.id ?? '', name: wire.name ?? '' })

export const decodeGraphicsConsole = (wire: Wire.GraphicsConsole): GraphicsConsole => ({
  id: wire.id ?? '',
  name: wire.protocol ?? '',
  protocol: wire.protocol ?? '',
  address: wire.address,
  port: int(wire.port),
  tlsPort: int(wire.tls_port),
})

export const vmCdroms = defineChildren<Cdrom, Wire.Cdrom>({ parent, path: 'cdroms', element: 'cdrom', decode: decodeCdrom, params: { current: true } })
export const vmSessions = defineChildren<VmSession, Wire.Session>({ parent, path: 'sessions', element: 'session', decode: decodeVmSession })
export const vmApplications = defineChildren<Application, Wire.Application>({ parent, path: 'applications', element: 'application', decode: decodeApplication })
/** Consoles of the configuration; `vmRunningConsoles`: those that can be connected to now. */
export const vmGraphicsConsoles = defineChildren<GraphicsConsole, Wire.GraphicsConsole>({
  parent,
  path: 'graphicsconsoles',
  element: 'graphics_console',
  decode: decodeGraphicsConsole,
})
export const vmRunningConsoles = defineChildren<GraphicsConsole, Wire.GraphicsConsole>({
  parent,
  path: 'graphicsconsoles',
  key: 'graphicsconsoles.current',
  element: 'graphics_console',
  decode: decodeGraphicsConsole,
  params: { current: true },
})

