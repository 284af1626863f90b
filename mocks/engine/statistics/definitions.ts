/**
 * Every statistic the engine names: id (the name-based UUID of its name, the same at every object), kind, type, unit.
 * Source: StatisticResourceUtils.java and the *StatisticalQuery.java classes; descriptions are ours.
 */
import type * as Model from '../../../src/wire/model.generated.ts'

interface Definition { readonly id: string; readonly kind: Model.StatisticKind; readonly type: Model.ValueType; readonly unit: Model.StatisticUnit; readonly description: string }

const definitions = {
  'memory.installed': { id: '5a89a1d2-32be-33f7-a0d1-f8b5bc974ff6', kind: 'gauge', type: 'integer', unit: 'bytes', description: 'Memory the machine has' },
  'memory.used': { id: 'b7499508-c1c3-32f0-8174-c1783e57bb08', kind: 'gauge', type: 'integer', unit: 'bytes', description: 'Memory in use' },
  'memory.free': { id: '5a0fba9d-33d7-3cbf-addd-ba462040c946', kind: 'gauge', type: 'integer', unit: 'bytes', description: 'Memory not in use' },
  'memory.buffered': { id: '09e07489-64fd-32ab-8e4e-a2b61eed8d60', kind: 'gauge', type: 'integer', unit: 'bytes', description: 'Memory that buffers take in the guest' },
  'memory.cached': { id: '1b6244ee-8dbd-365d-8762-482ddc05ee11', kind: 'gauge', type: 'integer', unit: 'bytes', description: 'Memory that caches take in the guest' },
  'memory.unused': { id: '439422cf-02ca-307f-9745-2a86e87ed8e0', kind: 'gauge', type: 'integer', unit: 'bytes', description: 'Memory the guest has no use for' },
  'cpu.current.guest': { id: 'ef802239-b74a-329f-9955-be8fea6b50a4', kind: 'gauge', type: 'decimal', unit: 'percent', description: 'CPU time of the guest' },
  'cpu.current.hypervisor': { id: 'd849a55f-0049-36f8-ae65-face541473ac', kind: 'gauge', type: 'decimal', unit: 'percent', description: 'CPU time of the hypervisor for the guest' },
  'cpu.current.total': { id: '2ec286fe-4bec-32f5-8d63-dba7bed58763', kind: 'gauge', type: 'decimal', unit: 'percent', description: 'CPU time altogether' },
  'network.current.total': { id: 'd5e709a1-f0bc-3bb9-9f14-1c9cdec65c40', kind: 'gauge', type: 'decimal', unit: 'percent', description: 'Network traffic altogether' },
  'migration.progress': { id: '892b69a7-41ca-36b1-9a2e-ae5177ef21bb', kind: 'gauge', type: 'decimal', unit: 'percent', description: 'Progress of the migration' },
  'elapsed.time': { id: '57dfc947-ba36-3a51-a1ad-3800b6199ff5', kind: 'counter', type: 'integer', unit: 'seconds', description: 'Time since the start' },
  'cpu.usage.history': { id: 'bde6d1ed-e07b-3aa1-bfc4-463990f5921a', kind: 'gauge', type: 'decimal', unit: 'percent', description: 'CPU use, newest first' },
  'memory.usage.history': { id: 'e9ecc8dd-9320-37cf-ab1a-0003016f69e1', kind: 'gauge', type: 'decimal', unit: 'percent', description: 'Memory use, newest first' },
  'network.usage.history': { id: 'dddb4e54-50dc-3e49-93d7-58c7ee51274b', kind: 'gauge', type: 'decimal', unit: 'percent', description: 'Network use, newest first' },
  'disks.usage': { id: 'c5dd0086-d5f0-3abf-9628-4674abb3f5ac', kind: 'gauge', type: 'string', unit: 'none', description: 'File systems of the guest' },
  'memory.total': { id: '7816602b-c05c-3db7-a4da-3769f7ad8896', kind: 'gauge', type: 'integer', unit: 'bytes', description: 'Memory altogether' },
  'memory.shared': { id: 'ffc0e1fd-fa34-3f85-9862-8a841c1658bc', kind: 'gauge', type: 'integer', unit: 'bytes', description: 'Memory that guests share' },
  'swap.total': { id: 'c43847d7-3bc1-3aaf-b92c-902e64bbdb5b', kind: 'gauge', type: 'integer', unit: 'bytes', description: 'Swap space altogether' },
  'swap.free': { id: '1a4c1c9b-f3cc-301e-82ce-47d4b9fb5a46', kind: 'gauge', type: 'integer', unit: 'bytes', description: 'Swap space not in use' },
  'swap.used': { id: '27686b4e-ba8d-3576-bc70-d68cbd8a2ba9', kind: 'gauge', type: 'integer', unit: 'bytes', description: 'Swap space in use' },
  'ksm.cpu.current': { id: 'f740b9ad-14a7-3f6c-9b80-efff44777169', kind: 'gauge', type: 'decimal', unit: 'percent', description: 'CPU time for merging memory pages' },
  'cpu.current.user': { id: 'a1fab379-66e2-3b1d-9914-81a9e79cb719', kind: 'gauge', type: 'decimal', unit: 'percent', description: 'CPU time of user processes' },
  'cpu.current.system': { id: 'a98c1e11-078c-3593-a57e-4b12c1ce9815', kind: 'gauge', type: 'decimal', unit: 'percent', description: 'CPU time of the system' },
  'cpu.current.idle': { id: '4ae97794-f56d-3f05-a9e7-8798887cd1ac', kind: 'gauge', type: 'decimal', unit: 'percent', description: 'CPU time without work' },
  'cpu.load.avg.5m': { id: '65860dae-c890-312e-9314-5c01f31225ab', kind: 'gauge', type: 'decimal', unit: 'percent', description: 'CPU load over five minutes' },
  'boot.time': { id: '3ceb2072-a5a5-3b21-9bb2-e966471fd81c', kind: 'gauge', type: 'integer', unit: 'none', description: 'When the host was started, seconds since 1970' },
  'hugepages.2048.free': { id: '6c5d91a5-6077-3f4e-8390-4023c6178729', kind: 'gauge', type: 'integer', unit: 'none', description: 'Free huge pages of 2048 KiB' },
  'hugepages.2048.total': { id: '3dc5d3c1-831a-395b-9ee6-efc87bd379de', kind: 'gauge', type: 'integer', unit: 'none', description: 'Huge pages of 2048 KiB' },
  'hugepages.1048576.free': { id: '0cd932f5-ca10-33ec-9ee4-afa34ab786a6', kind: 'gauge', type: 'integer', unit: 'none', description: 'Free huge pages of 1048576 KiB' },
  'hugepages.1048576.total': { id: 'bf05b935-41a1-3ab3-a9e4-3917a0bc5146', kind: 'gauge', type: 'integer', unit: 'none', description: 'Huge pages of 1048576 KiB' },
  'data.current.rx': { id: 'ecd0559f-e88f-3330-94b4-1f091b0ffdf7', kind: 'gauge', type: 'decimal', unit: 'bytes_per_second', description: 'Bytes received per second' },
  'data.current.tx': { id: '2c6fe105-4913-3f90-9425-07ddfeca5417', kind: 'gauge', type: 'decimal', unit: 'bytes_per_second', description: 'Bytes sent per second' },
  'data.current.rx.bps': { id: '87211eae-bb7c-382e-9e1b-378cf4505e2f', kind: 'gauge', type: 'decimal', unit: 'bits_per_second', description: 'Bits received per second' },
  'data.current.tx.bps': { id: '939bae68-c68f-3e94-8960-766668395f86', kind: 'gauge', type: 'decimal', unit: 'bits_per_second', description: 'Bits sent per second' },
  'data.total.rx': { id: '0b9ddd6a-fc1b-398a-9f95-7a863c753017', kind: 'counter', type: 'integer', unit: 'bytes', description: 'Bytes received altogether' },
  'data.total.tx': { id: '4d75baca-1fc9-3b19-b44f-6d32abda3888', kind: 'counter', type: 'integer', unit: 'bytes', description: 'Bytes sent altogether' },
  'errors.total.rx': { id: '50b8f057-7795-30bd-825a-1acadd37a9d7', kind: 'counter', type: 'integer', unit: 'none', description: 'Errors while receiving' },
  'errors.total.tx': { id: '7211a516-3e61-3c4e-be79-739424d13461', kind: 'counter', type: 'integer', unit: 'none', description: 'Errors while sending' },
  'data.current.read': { id: '33b9212b-f9cb-3fd0-b364-248fb61e1272', kind: 'gauge', type: 'decimal', unit: 'bytes_per_second', description: 'Bytes read per second' },
  'data.current.write': { id: '2f23addd-4ebd-3d82-a449-c28778bc33eb', kind: 'gauge', type: 'decimal', unit: 'bytes_per_second', description: 'Bytes written per second' },
  'data.current.read_ops': { id: '467c9655-64a5-3abd-bff7-bdd69cfae38a', kind: 'counter', type: 'integer', unit: 'none', description: 'Read operations' },
  'data.current.write_ops': { id: 'fc6ba9f6-199a-3c17-b989-489cecbe7b2f', kind: 'counter', type: 'integer', unit: 'none', description: 'Write operations' },
  'disk.read.latency': { id: '3a7b3f72-d035-3bb9-b196-e86a4eb34993', kind: 'gauge', type: 'decimal', unit: 'seconds', description: 'Latency of reads' },
  'disk.write.latency': { id: 'b1e75c7b-cea4-37d2-8459-f7d68efc69a3', kind: 'gauge', type: 'decimal', unit: 'seconds', description: 'Latency of writes' },
  'disk.flush.latency': { id: '9c17ad7b-9ef1-3e8d-ad0a-ff8bee3925f0', kind: 'gauge', type: 'decimal', unit: 'seconds', description: 'Latency of flushes' },
} as const satisfies Readonly<Record<string, Definition>>

export type StatisticName = keyof typeof definitions
export interface StatisticRow extends Definition { readonly name: StatisticName; readonly values: readonly Model.Value[] }

/** Decimals go out with two significant digits. Source: StatisticResourceUtils.round. */
export const twoDigits = (value: number): number => (Number.isInteger(value) && Math.abs(value) < 100 ? value : Number(value.toPrecision(2)))

/** One statistic with its values, newest first; texts go out as `detail`. */
export function statistic(name: StatisticName, values: number | string | readonly number[]): StatisticRow {
  const definition = definitions[name]
  const datum = (value: number) => ({ datum: definition.type === 'decimal' ? twoDigits(value) : value })
  return { ...definition, name, values: typeof values === 'string' ? [{ detail: values }] : typeof values === 'number' ? [datum(values)] : values.map(datum) }
}
