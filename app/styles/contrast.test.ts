import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

type Roles = Record<string, readonly [light: string, dark: string]>

function rolesIn(file: string): Roles {
  const css = readFileSync(new URL(file, import.meta.url), "utf8")
  const pairs = css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)
  return Object.fromEntries([...pairs].map(([, role = "", light = "", dark = ""]) => [role, [light, dark] as const]))
}

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ["surface", "raised", "sunken"]
const text = [
  ...["ink", "muted", "link", "positive", "warning", "danger"].flatMap((role) =>
    grounds.map((ground) => [role, ground] as const),
  ),
  ...["positive", "warning", "danger"].map((role) => [role, `${role}-soft`] as const),
  ...["ink", "muted", "link"].map((role) => [role, "soft"] as const),
  ["accent-ink", "accent"] as const,
  ["hero-ink", "hero"] as const,
  ["hero-muted", "hero"] as const,
]
const shapes = [...grounds.map((ground) => ["edge", ground] as const), ...grounds.map((ground) => ["accent", ground] as const)]

const base = rolesIn("./tokens.css")
const themes = readdirSync(new URL("./themes", import.meta.url))

describe.each(themes)("%s", (theme) => {
  const roles = { ...base, ...rolesIn(`./themes/${theme}`) }
  const colour = (role: string, mode: number): string => roles[role]?.[mode] ?? expect.fail(`no role ${role}`)

  it.each([
    ["light", 0],
    ["dark", 1],
  ] as const)("is readable when %s", (_, mode) => {
    const failing = [...text.map((pair) => [...pair, 4.5] as const), ...shapes.map((pair) => [...pair, 3] as const)]
      .map(([front, back, floor]) => ({ front, back, floor, got: contrast(colour(front, mode), colour(back, mode)) }))
      .filter(({ floor, got }) => got < floor)
    expect(failing).toEqual([])
  })
})
