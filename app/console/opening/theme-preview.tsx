import { useText } from "#app/text/text.tsx"

/** A shop's front in a theme's own colours, type and corners; pictured only, nothing in it can be pressed. */
export function ThemePreview({ theme, name }: { theme: string; name: string }) {
  const t = useText("console")
  return (
    <span
      aria-hidden="true"
      data-theme={theme}
      className="pointer-events-none block overflow-hidden rounded-md border border-line bg-surface font-body text-ink"
    >
      <span className="flex items-center gap-1.5 border-line border-b px-2 py-1.5">
        <span className="size-2.5 rounded-full bg-accent" />
        <span className="truncate font-display text-xs">{name || t("theme.sample")}</span>
      </span>
      <span className="block bg-[var(--hero)] px-2 py-3 text-[var(--hero-ink)]">
        <span className="block font-display text-lg leading-tight [font-weight:var(--display-weight)] [letter-spacing:var(--display-tracking)] [text-transform:var(--display-case)]">
          {t("theme.headline")}
        </span>
        <span className="mt-2 inline-block rounded-[min(var(--round-control),0.75rem)] bg-[var(--hero-ink)] px-2 py-0.5 text-[var(--hero)] text-xs">
          {t("theme.button")}
        </span>
      </span>
      <span className="grid grid-cols-3 gap-1.5 p-2">
        {[1, 2, 3].map((place) => (
          <span key={place} className="grid gap-1">
            <span className="block aspect-[var(--picture-ratio)] rounded-[min(var(--round-picture),0.5rem)] bg-soft" />
            <span className="block h-1 w-4/5 rounded-full bg-ink opacity-60" />
            <span className="block h-1 w-2/5 rounded-full bg-muted opacity-60" />
          </span>
        ))}
      </span>
    </span>
  )
}
