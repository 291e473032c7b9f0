import { days, hours } from "#server/kernel/clock.ts"
import type { Dice } from "#prisma/seed/dice.ts"
import { wheel } from "#prisma/seed/wheel.ts"

/** How much of a day's browsing falls into each local hour: little at night, some at lunch, most after supper. */
const hourWeights = [3, 2, 1, 1, 1, 2, 4, 7, 10, 12, 13, 15, 20, 18, 14, 13, 14, 17, 22, 30, 36, 34, 22, 10]
const hourWheel = wheel([...hourWeights.keys()], (hour) => hourWeights[hour] ?? 0)

const utcOffsetHours: Readonly<Record<string, number>> = { US: -6, DE: 1, CN: 8 }

/** Throws moments between `since` and `until`: more at weekends, in the evening, and lately than at first. */
export function moments(country: string, since: number, until: number): (luck: Dice) => number {
  const offset = hours(utcOffsetHours[country] ?? 0)
  const firstMidnight = Math.floor((since + offset) / days(1)) * days(1) - offset
  const dayStarts = Array.from({ length: Math.ceil((until - firstMidnight) / days(1)) }, (_, day) => firstMidnight + days(day))
  const dayWheel = wheel(dayStarts, (start) => {
    const weekday = new Date(start + offset).getUTCDay()
    return (
      (weekday === 0 ? 1.75 : weekday === 6 ? 1.6 : weekday === 5 ? 1.15 : 1) * (0.75 + (0.5 * (start - since)) / (until - since))
    )
  })
  return (luck) => {
    for (;;) {
      const at = dayWheel(luck) + hours(hourWheel(luck)) + luck.between(0, hours(1) - 1)
      if (at >= since && at < until) return at
    }
  }
}
