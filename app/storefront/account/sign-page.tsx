import type { ReactNode } from "react"

/** The narrow sheet that signing in and up share. */
export function SignPage({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main id="content" className="page page-main grid place-items-center">
      <div className="panel grid w-full max-w-md gap-6 p-6 sm:p-8">
        <div>
          <h1 className="text-2xl">{title}</h1>
          <p className="mt-2 text-muted">{lead}</p>
        </div>
        {children}
      </div>
    </main>
  )
}
