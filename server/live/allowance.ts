/** How often somebody may do something: a burst, then a steady trickle. */
export interface Allowance {
  readonly burst: number
  readonly perSecond: number
}

/** What is left of an allowance. Two numbers, since there is one for each socket. */
export interface Purse {
  left: number
  at: number
}

export function fullPurse({ burst }: Allowance, nowMs: number): Purse {
  return { left: burst, at: nowMs }
}

/** False: too much for now. What is asked for in vain counts as well, down to as much below nothing as the burst was above. */
export function spend(purse: Purse, { burst, perSecond }: Allowance, nowMs: number): boolean {
  purse.left = Math.min(burst, purse.left + ((nowMs - purse.at) / 1_000) * perSecond) - 1
  purse.at = nowMs
  purse.left = Math.max(purse.left, -burst)
  return purse.left >= 0
}

/** It went on asking long after it had been told no. A page of ours never gets here. */
export function isRude(purse: Purse, { burst }: Allowance): boolean {
  return purse.left <= -burst
}
