import { useText } from "#app/text/text.tsx"
import { classes } from "./classes.ts"

/** A grey shape where something will be; give it its size by class. */
export function Bone({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classes("bone block", className)} />
}

export function LinesSkeleton({ count = 5 }: { count?: number }) {
  const t = useText("ui")
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{t("loading")}</span>
      {places(count).map((place) => (
        <Bone key={place} className={classes("h-4", place % 3 === 0 ? "w-2/3" : "w-full")} />
      ))}
    </div>
  )
}

function places(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1)
}
