export function withLock(path: string, work: () => Promise<void> | void): Promise<void>
