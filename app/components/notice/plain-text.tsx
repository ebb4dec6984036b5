/** Plain text as it was mailed, its addresses made into links. */
export function PlainText({ text, lang }: { text: string; lang: string }) {
  const lines = text.split('\n').map((line, at) => ({ line, key: `${at} ${line}` }))
  return (
    <div className="whitespace-pre-wrap [overflow-wrap:anywhere]" lang={lang}>
      {lines.map(({ line, key }) => (
        <div key={key} className="min-h-6">
          {/^https?:\/\/\S+$/.test(line) ? <a href={line}>{line}</a> : line}
        </div>
      ))}
    </div>
  )
}
