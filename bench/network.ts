import { throttling } from 'lighthouse/core/config/constants.js';

/** What lies between a server and its reader. */
export interface Network {
  /** Milliseconds from a request until the answer could begin. */
  readonly roundTrip: number;
  /** Bytes a second from the server, shared by all answers. */
  readonly bytesPerSecond: number;
}

const { rttMs, throughputKbps, cpuSlowdownMultiplier } = throttling.mobileSlow4G;

/** A phone on a slow network, with Lighthouse's numbers. */
export const SLOW_4G: Network = { roundTrip: rttMs, bytesPerSecond: (throughputKbps * 1024) / 8 };

/** How many times slower the processor of that phone is. */
export const SLOW_PROCESSOR = cpuSlowdownMultiplier;

/** Answers are cut into pieces of so many bytes, so that several share the way. */
export const PIECE = 4096;

/**
 * A way that carries one piece after the other.
 * @returns a function that tells when a piece has arrived, in milliseconds, from its length and the time at which it
 *   is ready to go
 */
export function wayOf({ bytesPerSecond }: Network): (bytes: number, ready: number) => number {
  let free = 0;
  return (bytes, ready) => (free = Math.max(free, ready) + (bytes / bytesPerSecond) * 1000);
}
