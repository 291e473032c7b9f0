import { Link, useLoaderData } from "@remix-run/react"
import type { LoaderFunctionArgs } from "@remix-run/node"

export function loader({ context }: LoaderFunctionArgs) {
  return { site: context.site, at: Date.now() }
}

export default function Home() {
  const { site } = useLoaderData<typeof loader>()
  return <main><h1>{site}</h1><Link to="/?again">again</Link></main>
}
