/**
 * What a machine does at a moment, as pure functions of its seed and the time, so that a value read twice is the same value
 * and nothing has to be stored. Shapes and ranges after "Typical value curves" of the sample topology.
 */
import { fraction } from './noise.ts'

/** Seconds between two points of a usage history; the newest point is also the current value. Source: scheduling.md, intervals. */
export const pointSeconds = 30
export const historyLength = 40

export type CurveKind = 'desktop' | 'server' | 'batch'

/** Number of the history point a moment belongs to. */
export const pointAt = (nowMs: number): number => Math.floor(nowMs / 1000 / pointSeconds)

const cpuRange: Readonly<Record<CurveKind, readonly [number, number]>> = { desktop: [5, 35], server: [3, 60], batch: [4, 20] }
const purpose = { level: 11, noise: 12, burst: 13, burstHeight: 14, memory: 21, drift: 22, memoryNoise: 23, rate: 31, rateNoise: 32, rateBurst: 33, latency: 41 } as const

/** 0 at 03:00, 1 at 14:00 (UTC), smooth between; the fall takes two hours longer than the rise. */
export function daily(point: number): number {
  const hour = ((point * pointSeconds) / 3600) % 24
  const sinceTrough = (hour + 21) % 24
  return sinceTrough < 11 ? 0.5 - 0.5 * Math.cos((Math.PI * sinceTrough) / 11) : 0.5 + 0.5 * Math.cos((Math.PI * (sinceTrough - 11)) / 13)
}

const between = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** CPU of a running VM at a point, whole percent of all its vCPUs. */
export function cpuPercent(seed: number, kind: CurveKind, point: number): number {
  const [low, high] = cpuRange[kind]
  const level = 0.2 + 0.8 * fraction(seed, purpose.level)
  const noise = 0.9 + 0.2 * fraction(seed + purpose.noise, point)
  const usual = (low + (high - low) * level * daily(point)) * noise
  // a batch machine works in stretches of ten minutes, about one in eight
  const stretch = Math.floor(point / 20)
  const bursting = kind === 'batch' && fraction(seed + purpose.burst, stretch) < 0.125
  return Math.round(between(bursting ? (70 + 25 * fraction(seed + purpose.burstHeight, stretch)) * noise : usual, 1, 95))
}

/** Memory in use inside a running VM, whole percent of its memory. */
export function memoryPercent(seed: number, point: number): number {
  const middle = 40 + 40 * fraction(seed, purpose.memory)
  const drift = 4 * Math.sin((2 * Math.PI * point) / 8930 + 6.28 * fraction(seed, purpose.drift))
  return Math.round(between(middle + drift + fraction(seed + purpose.memoryNoise, Math.floor(point / 10)), 35, 85))
}

const backupWindow = (point: number): boolean => { const hour = ((point * pointSeconds) / 3600) % 24; return hour >= 22 || hour < 2 }

/** Traffic that a NIC takes in and sends out, bytes per second, whole numbers. */
export function nicRates(seed: number, point: number): { receivedPerSecond: number; sentPerSecond: number } {
  // 0.1 to 20 MB/s, most machines near the lower end
  const base = 1e5 * 200 ** (fraction(seed, purpose.rate) ** 2)
  const burst = fraction(seed + purpose.rateBurst, Math.floor(point / 4)) < 0.05 ? 3 : 1
  const level = base * (0.25 + 0.75 * daily(point)) * burst
  const received = level * (0.7 + 0.6 * fraction(seed + purpose.rateNoise, point))
  const sent = level * 0.6 * (0.7 + 0.6 * fraction(seed + purpose.rateNoise + 1, point)) * (backupWindow(point) ? 5 : 1)
  return { receivedPerSecond: Math.round(Math.min(received, 1.2e8)), sentPerSecond: Math.round(Math.min(sent, 1.2e8)) }
}

/** What a disk of a running VM does: bytes per second, operations per second, latencies in seconds. */
export function diskRates(seed: number, point: number, busy: boolean): { readPerSecond: number; writtenPerSecond: number; latencySeconds: number } {
  const level = 0.3 + 0.7 * daily(point)
  const read = 2e5 * 25 ** fraction(seed, purpose.rate) * level * (0.7 + 0.6 * fraction(seed + purpose.rateNoise, point))
  const written = 1e5 * 30 ** fraction(seed + 1, purpose.rate) * level * (0.7 + 0.6 * fraction(seed + purpose.rateNoise + 1, point))
  const latency = (busy ? 0.02 : 0.0003) + (busy ? 0.03 : 0.0077) * fraction(seed, purpose.latency) * level
  return { readPerSecond: Math.round(read), writtenPerSecond: Math.round(written), latencySeconds: latency }
}

/** Bytes a NIC has moved since a machine started: grows steadily at its middle rate, so that a counter never falls. */
export function nicTotals(seed: number, sinceSeconds: number): { received: number; sent: number } {
  const base = 1e5 * 200 ** (fraction(seed, purpose.rate) ** 2) * 0.6
  return { received: Math.round(base * Math.max(0, sinceSeconds)), sent: Math.round(base * 0.75 * Math.max(0, sinceSeconds)) }
}
