import type { Version } from './vm.ts'

/** Compatibility level as people write it: 4.8. */
export const toLevel = (version: Pick<Version, 'major' | 'minor'> | undefined): string | undefined => version && `${version.major}.${version.minor}`

const order = (one: Version, other: Version): number => one.major - other.major || one.minor - other.minor

/** Is a newer compatibility level known than the one in use? Source: ClusterListModel and DataCenterListModel, versions below the newest supported. */
export const isOutdated = (version: Version | undefined, supported: readonly Version[]): boolean =>
  version !== undefined && supported.some((other) => order(other, version) > 0)
