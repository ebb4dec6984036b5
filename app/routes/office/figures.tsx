import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/kit/button'
import { Details } from '~/components/kit/details'
import { Empty } from '~/components/kit/empty'
import { SelectField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useHref, useLang } from '~/components/kit/use-lang'
import { FigureTable } from '~/components/land/figure-table'
import { settingMeta } from '~/components/land/setting-meta'
import { PROVINCE } from '~/domain/land/published-figure'
import { textIn } from '~/domain/text'
import { requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { isFigureSubject, keptFigures } from '~/queries/land/kept-figures.server'

export const handle = { dense: true }
export const meta = settingMeta('figures')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'figure.read')
  const asked = new URL(args.request.url).searchParams.get('subject') ?? PROVINCE
  return keptFigures(visit.ctx, (await isFigureSubject(asked)) ? asked : PROVINCE)
}

export default function Figures() {
  const { subject, subjects, mayWrite, inForce, ended } = useLoaderData<typeof loader>()
  const { t } = useTranslation('setting')
  const href = useHref()
  const lang = useLang()
  const publicPage = subject === PROVINCE ? '/totals' : `/zones/${subject}#figures`
  const choices = [
    { value: PROVINCE, label: t('figure.province') },
    ...subjects.map(({ code, name }) => ({ value: code, label: `${textIn(name, lang)} (${code})` })),
  ]
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h1 className="m-0">{t('title.figures')}</h1>
        {mayWrite ? (
          <ButtonLink to={href(`/office/figures/new?subject=${encodeURIComponent(subject)}`)}>
            {t('figure.add')}
          </ButtonLink>
        ) : null}
      </div>
      <p className="max-w-prose text-ink-soft">
        {t('figure.help')} <Link to={href(publicPage)}>{t('figure.publicPage')}</Link>
      </p>
      <Form method="get" defaults={{ subject }} className="my-4 flex flex-wrap items-end gap-3">
        <SelectField name="subject" label={t('figure.subject')} blank={null} choices={choices} />
        <Button kind="outline">{t('figure.show')}</Button>
      </Form>
      {inForce.length > 0 ? (
        <FigureTable rows={inForce} caption={t('figure.inForce')} linked={mayWrite} />
      ) : (
        <Empty title={t('figure.none')}>{t('figure.noneText')}</Empty>
      )}
      {ended.length > 0 ? (
        <Details summary={t('figure.endedCount', { count: ended.length })}>
          <FigureTable rows={ended} caption={t('figure.endedCaption')} linked={false} />
        </Details>
      ) : null}
    </>
  )
}
