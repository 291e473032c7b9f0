export interface RateLimiter {
  /** Takes one of `most` per window; answers the milliseconds to wait, 0 when it was granted. `key` is made by `limitKey`. */
  take(key: string, most: number, windowMs: number): Promise<number>
}
