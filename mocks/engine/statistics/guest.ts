/**
 * What the guest agent of a running VM tells the engine: name, system, time zone, addresses, applications, sessions.
 * The engine forgets all of it when the VM goes down.
 */
import type * as Model from '../../../src/wire/model.generated.ts'
import type { VmRow } from '../rows.ts'
import { fraction, mix } from './noise.ts'

interface GuestSystem {
  readonly system: Model.GuestOperatingSystem
  readonly zone: Model.TimeZone
  readonly applications: readonly string[]
}

const linux = (distribution: string, version: string, codename: string, kernel: string, applications: readonly string[]): GuestSystem => {
  const [major = '0', minor = '0'] = version.split('.')
  const [first = '0', second = '0', third = '0'] = kernel.split(/[.-]/)
  return {
    system: {
      architecture: 'x86_64', codename, distribution, family: 'Linux', version: { full_version: version, major: Number(major), minor: Number(minor) },
      kernel: { version: { build: 0, full_version: kernel, major: Number(first), minor: Number(second), revision: Number(third) } },
    },
    zone: { name: 'CET', utc_offset: '+01:00' }, applications: [`kernel-${kernel}`, ...applications],
  }
}
const windows = (distribution: string, version: string): GuestSystem => {
  const [major = '0', minor = '0', build = '0'] = version.split('.')
  return {
    system: { architecture: 'x86_64', codename: '', distribution, family: 'Windows', version: { full_version: version, major: Number(major), minor: Number(minor), build: Number(build) } },
    zone: { name: 'W. Europe Standard Time', utc_offset: '+01:00' },
    applications: ['QEMU guest agent 109.1.0', 'Virtio-win-driver-installer 1.9.44', 'Windows Agent 7.6', 'Edge 126.0.2592'],
  }
}
const agent = ['qemu-guest-agent-8.2.0-11.el9', 'openssh-server-8.7p1-38.el9', 'systemd-252-32.el9']

const systems: Readonly<Record<string, GuestSystem>> = {
  rhel_7x64: linux('Red Hat Enterprise Linux Server', '7.9', 'Maipo', '3.10.0-1160.el7.x86_64', ['qemu-guest-agent-2.12.0-3.el7', 'openssh-server-7.4p1-22.el7']),
  rhel_8x64: linux('Red Hat Enterprise Linux', '8.10', 'Ootpa', '4.18.0-553.el8_10.x86_64', ['qemu-guest-agent-6.2.0-49.el8', 'openssh-server-8.0p1-24.el8']),
  rhel_9x64: linux('Red Hat Enterprise Linux', '9.4', 'Plow', '5.14.0-427.el9.x86_64', agent),
  rhcos_x64: linux('Red Hat Enterprise Linux CoreOS', '4.16', '', '5.14.0-427.el9.x86_64', ['qemu-guest-agent-8.2.0-11.el9', 'cri-o-1.29.6-3']),
  other_linux: linux('Fedora Linux', '40.0', '', '6.8.5-301.fc40.x86_64', ['qemu-guest-agent-8.2.2-1.fc40']),
  ubuntu_18_04: linux('Ubuntu', '22.04', 'jammy', '5.15.0-112-generic', ['qemu-guest-agent 1:6.2', 'openssh-server 1:8.9p1']),
  debian_9: linux('Debian GNU/Linux', '12.5', 'bookworm', '6.1.0-21-amd64', ['qemu-guest-agent 1:7.2']),
  sles_11: linux('SLES', '15.5', '', '5.14.21-150500.55', ['qemu-guest-agent-7.1.0']),
  windows_2016x64: windows('Win 2016', '10.0.14393'), windows_2019x64: windows('Win 2019', '10.0.17763'), windows_2022: windows('Win 2022', '10.0.20348'),
  windows_10x64: windows('Win 10', '10.0.19045'), windows_11: windows('Win 11', '10.0.22631'),
}

/** Statuses in which an agent inside the guest answers. */
export const isGuestReporting = (vm: Pick<VmRow, 'status' | 'hidden'>): boolean => vm.hidden.guestAgent && (vm.status === 'up' || vm.status === 'migrating')

/** Writes into the row what its agent reports; to be called when a VM comes up. Does nothing for a VM without agent. */
export function reportGuest(vm: VmRow): void {
  if (!vm.hidden.guestAgent) return
  vm.fqdn = `${vm.name.toLowerCase()}.example.com`
  const known = systems[vm.os?.type ?? '']
  if (!known) return
  vm.guest_operating_system = known.system
  vm.guest_time_zone = known.zone
}

/** Takes away what the agent had reported; to be called when a VM goes down, is suspended or lost. */
export function forgetGuest(vm: VmRow): void {
  delete vm.fqdn
  delete vm.guest_operating_system
  delete vm.guest_time_zone
}

/** Names of the installed packages, as the agent lists them. */
export const applicationsOf = (vm: VmRow): readonly string[] => isGuestReporting(vm) ? systems[vm.os?.type ?? '']?.applications ?? [] : []

export interface GuestSession { readonly id: string; readonly userName: string; readonly address?: string; readonly protocol?: string; readonly consoleUser: boolean }

/** Who is logged in: on about one running VM in thirty somebody at its console, on some of them a second one by the network. */
export function sessionsOf(vm: VmRow, hexOf: (text: string) => string): readonly GuestSession[] {
  if (!isGuestReporting(vm) || fraction(vm.hidden.seed, 51) >= 0.03) return []
  const names = ['anna.keller', 'jonas.weber', 'mei.tanaka', 'lucia.romero', 'administrator', 'root']
  const nameAt = (salt: number) => names[mix(vm.hidden.seed, salt) % names.length] ?? 'root'
  const console: GuestSession = { id: hexOf(nameAt(52)), userName: nameAt(52), consoleUser: true }
  if (fraction(vm.hidden.seed, 53) < 0.6) return [console]
  return [console, { id: hexOf(`${nameAt(54)}@remote`), userName: nameAt(54), consoleUser: false, address: `10.0.20.${1 + (mix(vm.hidden.seed, 55) % 250)}`, protocol: 'ssh' }]
}
