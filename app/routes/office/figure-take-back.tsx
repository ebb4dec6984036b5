import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeBackFigure } from '~/commands/land/take-back-figure.server'
import { Button } from '~/components/kit/button'
import { TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { FigureHead } from '~/components/land/figure-head'
import { FigureTable } from '~/components/land/figure-table'
import { settingMeta } from '~/components/land/setting-meta'
import type { FormAnswer } from '~/forms/answer'
import { takeBackFigureForm } from '~/forms/setting'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { keptFigure } from '~/queries/land/kept-figures.server'

export const handle = { dense: true }
export const meta = settingMeta('figureTakeBack')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'figure.read')
  return orThrow(await keptFigure(visit.ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'figure.write')
  const id = args.params.id ?? ''
  const { subject } = orThrow(await keptFigure(visit.ctx, id))
  const form = await readForm(args.request, takeBackFigureForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await takeBackFigure(visit.ctx, { id, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/figures?subject=${encodeURIComponent(subject)}`)
}

export default function FigureTakeBack() {
  const figure = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['setting', 'land'])
  const labels = { reason: t('reason') }
  return (
    <>
      <FigureHead title={t('title.figureTakeBack')} subject={figure.subject} />
      <FigureTable rows={[figure]} caption={t('figure.inForce')} linked={false} />
      <section className="card mt-4 max-w-3xl" aria-label={t('title.figureTakeBack')}>
        <p className="max-w-prose">{t('figure.takeBackHelp')}</p>
        <Form answer={answer} labels={labels}>
          <fieldset disabled={!figure.mayWrite} className="m-0 min-w-0 border-0 p-0">
            <TextAreaField name="reason" label={labels.reason} rows={2} maxLength={500} />
          </fieldset>
          <div className="actions mt-4">
            <Button kind="danger" whyNot={figure.mayWrite ? null : t('land:office.readOnly')}>
              {t('figure.takeBack')}
            </Button>
          </div>
        </Form>
      </section>
    </>
  )
}
