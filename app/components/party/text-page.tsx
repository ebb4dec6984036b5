import type { ReactNode } from 'react'

interface TextPageProps {
  title: string
  intro: string
  sections: readonly { title: string; body: string }[]
  children?: ReactNode
}

/** A page that is read: a title, a line, sections. */
export function TextPage({ title, intro, sections, children }: TextPageProps) {
  return (
    <article className="grid max-w-3xl gap-6">
      <header className="grid gap-2">
        <h1>{title}</h1>
        <p className="text-lg text-ink-soft">{intro}</p>
      </header>
      {children}
      {sections.map((section) => (
        <section key={section.title} className="grid gap-1">
          <h2>{section.title}</h2>
          <p>{section.body}</p>
        </section>
      ))}
    </article>
  )
}
