import { Fragment } from "react"

/** A text with some stretches of it marked; they come in order and do not overlap. */
export function Marked({ text, marks = [] }: { text: string; marks?: readonly { from: number; to: number }[] | undefined }) {
  if (marks.length === 0) return <>{text}</>
  return (
    <>
      {marks.map(({ from, to }, at) => (
        <Fragment key={from}>
          {text.slice(marks[at - 1]?.to ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.to)}
    </>
  )
}
