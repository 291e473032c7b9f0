import { useText } from "#app/text/text.tsx"
import { LinkButton } from "./link-button.tsx"

const worded = [400, 401, 403, 404, 429, 500, 503] as const
type Worded = (typeof worded)[number]

/** The status under which there are words for it. */
export function wordedStatus(status: number): Worded {
  return worded.find((known) => known === status) ?? (status >= 500 ? 500 : 400)
}

interface Props {
  status: number
  /** Under which the fault was logged; never its message. */
  reference?: string | undefined
  homeHref?: string
}

/** Says what happened and where to go; the same for every face of the product. */
export function ErrorPage({ status, reference, homeHref = "/" }: Props) {
  const t = useText("ui")
  const code = wordedStatus(status)
  return (
    <main id="content" className="empty flex-1">
      <p className="error-code" aria-hidden="true">
        {status}
      </p>
      <h1 className="mt-4 text-2xl">{t(`error.${code}.title`)}</h1>
      <p>{t(`error.${code}.text`)}</p>
      <div className="mt-3 flex flex-wrap justify-center gap-3">
        <LinkButton to={homeHref} reloadDocument>
          {t("error.home")}
        </LinkButton>
        {code >= 429 && (
          <LinkButton to="" look="secondary" reloadDocument>
            {t("error.again")}
          </LinkButton>
        )}
      </div>
      {reference && <p className="mt-4 font-mono text-sm">{t("error.reference", { reference })}</p>}
    </main>
  )
}
