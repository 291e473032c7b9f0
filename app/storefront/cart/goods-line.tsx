import { Link } from "@remix-run/react"
import type { ReactNode } from "react"
import { Picture } from "#app/ui/picture.tsx"
import type { PictureView } from "#app/ui/picture-source.ts"

interface Props {
  title: string
  /** Missing where the product may be gone by now. */
  href?: string | undefined
  choices: readonly string[]
  picture: PictureView | null
  /** At the end of the title's line: an amount, usually. */
  aside?: ReactNode
  small?: boolean
  children?: ReactNode
}

/** One article of a cart or an order. */
export function GoodsLine({ title, href, choices, picture, aside, small = false, children }: Props) {
  return (
    <div className={small ? "flex gap-3" : "flex gap-4 sm:gap-6"}>
      <div className={small ? "w-14 flex-none" : "w-20 flex-none sm:w-28"}>
        <Picture picture={picture} sizes={small ? "3.5rem" : "7rem"} shape="square" />
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex items-start justify-between gap-x-4">
          <p className={small ? "font-medium text-sm" : "font-semibold"}>
            {href ? (
              <Link to={href} className="hover:underline">
                {title}
              </Link>
            ) : (
              title
            )}
          </p>
          {aside && <p className={`whitespace-nowrap font-semibold tabular-nums ${small ? "text-sm" : ""}`}>{aside}</p>}
        </div>
        {choices.length > 0 && <p className="text-muted text-sm">{choices.join(" · ")}</p>}
        {children}
      </div>
    </div>
  )
}
