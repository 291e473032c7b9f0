export const challengeStyle = `
:root { --paper: #f4f5f7; --card: #fff; --ink: #16191f; --soft: #5b6472; --line: #d9dde4; --go: #1f5fd6; --go-ink: #fff }
@media (prefers-color-scheme: dark) {
  :root { --paper: #0f1216; --card: #191d23; --ink: #eef1f5; --soft: #a3adba; --line: #333a45; --go: #7fb0ff; --go-ink: #0b1730 }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans SC", sans-serif }
main { width: 100%; max-width: 25rem; padding: 2rem 1.5rem; text-align: center; background: var(--card); border: 1px solid var(--line);
  border-radius: 1rem; box-shadow: 0 1px 2px rgb(0 0 0 / .04), 0 12px 32px rgb(0 0 0 / .08) }
svg { width: 3rem; fill: var(--go) }
svg .tick { fill: none; stroke: var(--go-ink); stroke-width: 3.5; stroke-linecap: round; stroke-linejoin: round }
h1 { margin: .75rem 0 .5rem; font-size: 1.375rem; line-height: 1.25; text-wrap: balance }
p { margin: 0 }
.lead { color: var(--soft) }
.order { margin-top: 1rem; overflow-wrap: anywhere }
.amount { margin: .25rem 0 0; font-size: 2rem; font-weight: 650; font-variant-numeric: tabular-nums }
form { display: grid; gap: .75rem; margin: 1.5rem 0 1.25rem }
button { min-height: 3rem; border-radius: .625rem; border: 1px solid var(--line); font: inherit; font-weight: 600; cursor: pointer;
  background: transparent; color: var(--ink) }
button.go { background: var(--go); border-color: var(--go); color: var(--go-ink) }
button:hover { filter: brightness(1.08) }
button:focus-visible { outline: 3px solid var(--go); outline-offset: 2px }
.note { color: var(--soft); font-size: .875rem }
`
