const STOP_LINK = /^https?:\/\/\S+\/needs\/[\w-]+\/stop$/gm

/**
 * The headers by which a mail program offers to end the alerts a mail is one of (RFC 2369, and RFC 8058 for one press):
 * the last such address of its text, since what people typed stands above it. None for mail that nobody can end.
 */
export function unsubscribeHeaders({ kind, text }: { kind: string; text: string }): Record<string, string> {
  const link = kind === 'need_alert' ? text.match(STOP_LINK)?.at(-1) : undefined
  return link ? { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}
}
