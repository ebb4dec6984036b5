import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { isLang } from '~/domain/text'

/** The language a browser asks for first, among ours; Vietnamese by default. */
function preferred(header: string): string {
  const ranked = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2)
      return { lang: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) || 0 }
    })
    .filter(({ lang, quality }) => isLang(lang) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return ranked[0]?.lang ?? 'vi'
}

export function loader({ request }: LoaderFunctionArgs) {
  return redirect(`/${preferred(request.headers.get('Accept-Language') ?? '')}`, {
    status: 302,
    headers: { Vary: 'Accept-Language' },
  })
}
