import type { ReactNode } from "react"
import { Picture } from "./picture.tsx"
import type { PictureView } from "./picture-source.ts"

interface Props {
  title: ReactNode
  eyebrow?: ReactNode
  lead?: ReactNode
  /** A `LinkButton` or two. */
  actions?: ReactNode
  picture?: PictureView | null | undefined
}

/** The first thing on a shop's front page; each theme stages it in its own way. Place it outside of `.page`. */
export function Hero({ title, eyebrow, lead, actions, picture }: Props) {
  return (
    <section className="hero">
      <div className="hero-text">
        {eyebrow && <p className="hero-eyebrow">{eyebrow}</p>}
        <h1>{title}</h1>
        {lead && <p className="hero-lead">{lead}</p>}
        {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
      </div>
      {picture && (
        <div className="hero-picture">
          <Picture picture={picture} sizes="(min-width: 52rem) 50vw, 100vw" shape="fill" eager />
        </div>
      )}
    </section>
  )
}
