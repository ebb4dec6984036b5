import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LetterFound } from '~/components/case/letter-found'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { TextField } from '~/components/kit/field'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import { SheetFound } from '~/components/land/sheet-found'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { letterCheck } from '~/queries/case/letter-check.server'
import { sheetCheck } from '~/queries/land/sheet-check.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

const CODE_MAX = 40

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  const asked = args.params.code ?? new URL(args.request.url).searchParams.get('code') ?? ''
  const code = asked.trim().slice(0, CODE_MAX)
  const page = { meta: pageMeta(lang, 'interest', 'verify'), code }
  if (code === '') return data({ ...page, letter: null, sheet: null })
  const letter = await letterCheck(code)
  if (letter.ok) return data({ ...page, letter: letter.value, sheet: null })
  const sheet = await sheetCheck(code, now)
  return sheet.ok
    ? data({ ...page, letter: null, sheet: sheet.value })
    : data({ ...page, letter: null, sheet: null }, { status: 404 })
}

export default function Verify() {
  const { code, letter, sheet } = useLoaderData<typeof loader>()
  const { t } = useTranslation('interest')
  const href = useHref()
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-5">
      <header>
        <h1>{t('verify.title')}</h1>
        <p className="text-ink-soft">{t('verify.lead')}</p>
      </header>
      <Card>
        <form method="get" action={href('/verify')} className="form">
          <TextField
            name="code"
            label={t('verify.code')}
            value={letter?.code ?? sheet?.code ?? code}
            width="medium"
            maxLength={CODE_MAX}
            autoComplete="off"
          />
          <div>
            <Button>{t('verify.send')}</Button>
          </div>
        </form>
      </Card>
      <div aria-live="polite" className="grid gap-5">
        {letter ? <LetterFound letter={letter} /> : null}
        {sheet ? <SheetFound sheet={sheet} /> : null}
        {code !== '' && !letter && !sheet ? (
          <NoticeBanner tone="brick">
            <p className="font-semibold">{t('verify.unknown')}</p>
            <p>{t('verify.unknownText', { code })}</p>
          </NoticeBanner>
        ) : null}
      </div>
    </div>
  )
}
