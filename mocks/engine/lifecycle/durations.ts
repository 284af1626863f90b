/** How long started operations take at speed 1, in seconds; `World.schedule` divides them by the speed. */
export const seconds = {
  /** choosing done, process being made */
  launch: 5,
  /** guest booting: with the launch 20 s from down to up */
  boot: 15,
  /** undo point of a stateless run */
  statelessSnapshot: 3,
  restore: 10,
  suspend: 15,
  /** guest shutting down */
  shutdown: 15,
  /** a guest that ignores the request: about two minutes */
  ignoredShutdown: 120,
  powerOff: 2,
  reboot: 10,
  removeVm: 5,
  migrationPer4Gib: 10,
  /** look again for a free migration slot, or whether VMs have left */
  migrationQueue: 2,
  hostContact: 3,
  hostInitialize: 7,
  hostInstall: 180,
  hostInstallFailure: 20,
  hostReboot: 60,
  hostUpgrade: 90,
  enrollCertificate: 20,
  upgradeCheck: 15,
  refresh: 4,
  /** fence agent reports the host off */
  fenceStop: 10,
  fenceStart: 10,
  spmElection: 5,
  /** 60 s without an answer, longer for an SPM and per VM (VdsManager.calcTimeoutToFence) */
  connectingGrace: 60,
  connectingGraceOfSpm: 20,
  connectingGracePerVm: 0.5,
  softFencing: 20,
  /** ten host rounds of 3 s before a VM with a lease leaves a silent host */
  leaseRestart: 30,
  /** a maintenance whose migration failed tries again */
  maintenanceRetry: 300,
} as const

/** Memory decides how long a live migration runs. */
export const migrationSeconds = (memoryBytes: number): number => Math.max(2, (seconds.migrationPer4Gib * memoryBytes) / (4 * 1024 ** 3))
